"use client";

import type { ComponentProps } from "react";
import { controlClasses, Field, type FieldProps } from "./field";

type TextInputProps = FieldProps &
  Pick<
    ComponentProps<"input">,
    | "type"
    | "defaultValue"
    | "value"
    | "onChange"
    | "placeholder"
    | "autoComplete"
    | "inputMode"
    | "maxLength"
    | "disabled"
  >;

/** One line of text. */
export function TextInput({ label, name, hint, error, optional, labelHidden, ...input }: TextInputProps) {
  return (
    <Field error={error} hint={hint} label={label} labelHidden={labelHidden} name={name} optional={optional}>
      {(control) => <input {...input} {...control} className={controlClasses} />}
    </Field>
  );
}
