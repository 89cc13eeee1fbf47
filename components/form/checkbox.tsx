"use client";

import { type ComponentProps, useContext } from "react";
import { FormContext, fieldId } from "./form-context";

type CheckboxProps = Pick<
  ComponentProps<"input">,
  "defaultChecked" | "checked" | "onChange" | "disabled" | "value"
> & {
  label: string;
  name: string;
  hint?: string | undefined;
};

/** A single yes or no. */
export function Checkbox({ label, name, hint, value = "on", ...input }: CheckboxProps) {
  const { formId, errors } = useContext(FormContext);
  const id = fieldId(formId, name);
  const error = errors.get(name);
  return (
    <div>
      <label className="flex items-start gap-2 py-1" htmlFor={id}>
        <input
          {...input}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          aria-invalid={error === undefined ? undefined : true}
          className="mt-1 h-4 w-4 shrink-0 accent-act"
          id={id}
          name={name}
          type="checkbox"
          value={value}
        />
        <span>
          {label}
          {hint !== undefined && <span className="block text-xs text-ink-3">{hint}</span>}
        </span>
      </label>
      {error !== undefined && (
        <p className="text-sm text-bad" id={`${id}-error`}>
          ✗ {error}
        </p>
      )}
    </div>
  );
}
