"use client";

import type { ComponentProps } from "react";
import { controlClasses, Field, type FieldProps } from "./field";

type TextareaProps = FieldProps &
  Pick<
    ComponentProps<"textarea">,
    "defaultValue" | "value" | "onChange" | "placeholder" | "rows" | "maxLength" | "disabled"
  >;

/** Several lines of text. */
export function Textarea({
  label,
  name,
  hint,
  error,
  optional,
  labelHidden,
  rows = 3,
  ...input
}: TextareaProps) {
  return (
    <Field error={error} hint={hint} label={label} labelHidden={labelHidden} name={name} optional={optional}>
      {(control) => <textarea {...input} {...control} className={controlClasses} rows={rows} />}
    </Field>
  );
}
