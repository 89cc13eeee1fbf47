"use client";

import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { controlClasses, Field, type FieldProps } from "./field";

export type Choice = {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
};

type SelectProps = FieldProps &
  Pick<ComponentProps<"select">, "defaultValue" | "value" | "onChange" | "disabled"> & {
    choices: readonly Choice[];
    /** The first, empty line, for example 请选择. */
    emptyLabel?: string | undefined;
  };

/** One of a short list; for a long one use the combobox. */
export function Select(props: SelectProps) {
  const { label, name, hint, error, optional, labelHidden, choices, emptyLabel, ...select } = props;
  return (
    <Field error={error} hint={hint} label={label} labelHidden={labelHidden} name={name} optional={optional}>
      {(control) => (
        <div className="relative">
          <select {...select} {...control} className={classNames(controlClasses, "appearance-none pr-8")}>
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {choices.map((choice) => (
              <option disabled={choice.disabled} key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-2">
            <Icon name="down" size={14} />
          </span>
        </div>
      )}
    </Field>
  );
}
