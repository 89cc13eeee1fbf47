"use client";

import { createContext } from "react";

export type FormContextValue = {
  formId: string;
  /** Field name to the sentence that stands at the field. */
  errors: ReadonlyMap<string, string>;
  pending: boolean;
  /** True once the last submission was accepted. */
  accepted: boolean;
};

/** What the fields know of the form around them; a field outside of any form simply has no errors. */
export const FormContext = createContext<FormContextValue>({
  formId: "field",
  errors: new Map(),
  pending: false,
  accepted: false,
});

/** The id of a field's control, so that the error summary can link to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}
