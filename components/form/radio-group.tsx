"use client";

import type { ChangeEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { FieldGroup, type FieldProps } from "./field";
import type { Choice } from "./select";

type RadioGroupProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  value?: string | undefined;
  onChange?: ((event: ChangeEvent<HTMLInputElement>) => void) | undefined;
  inline?: boolean | undefined;
};

/** One of a few choices that are all worth seeing. */
export function RadioGroup({
  choices,
  defaultValue,
  value,
  onChange,
  inline = false,
  ...field
}: RadioGroupProps) {
  return (
    <FieldGroup {...field}>
      {(control) => (
        <div className={classNames("flex", inline ? "flex-wrap gap-x-5" : "flex-col")}>
          {choices.map((choice, index) => (
            <label
              className="flex items-start gap-2 py-1"
              htmlFor={index === 0 ? control.id : `${control.id}-${choice.value}`}
              key={choice.value}
            >
              <input
                aria-invalid={control["aria-invalid"]}
                checked={value === undefined ? undefined : value === choice.value}
                className="mt-1 h-4 w-4 shrink-0 accent-act"
                defaultChecked={value === undefined ? defaultValue === choice.value : undefined}
                disabled={choice.disabled}
                id={index === 0 ? control.id : `${control.id}-${choice.value}`}
                name={control.name}
                onChange={onChange}
                type="radio"
                value={choice.value}
              />
              <span>
                {choice.label}
                {choice.hint !== undefined && <span className="block text-xs text-ink-3">{choice.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
