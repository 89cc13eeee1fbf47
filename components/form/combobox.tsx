"use client";

import { useState } from "react";
import { ComboboxControl } from "./combobox-control";
import type { ComboboxOption } from "./combobox-options";
import { Field, type FieldProps } from "./field";

type ComboboxProps = FieldProps & {
  options: readonly ComboboxOption[];
  defaultValue?: string | undefined;
  value?: string | undefined;
  onPick?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
};

/** One of a long list, found by code, characters or the first letters of the pinyin. */
export function Combobox(props: ComboboxProps) {
  const { options, defaultValue = "", value, onPick, placeholder, disabled, ...field } = props;
  const [own, setOwn] = useState(defaultValue);
  const chosen = value ?? own;
  const pick = (next: string) => {
    setOwn(next);
    onPick?.(next);
  };
  return (
    <Field {...field}>
      {({ name, ...control }) => (
        <>
          <ComboboxControl
            {...control}
            disabled={disabled}
            onPick={pick}
            options={options}
            placeholder={placeholder}
            value={chosen}
          />
          <input
            data-drafted=""
            name={name}
            onInput={(event) => pick(event.currentTarget.value)}
            readOnly
            type="hidden"
            value={chosen}
          />
        </>
      )}
    </Field>
  );
}
