"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { parseDate } from "@/lib/core/dates";
import { controlClasses, Field, type FieldProps } from "./field";
import { RewritingInput } from "./rewriting-input";

type DateInputProps = FieldProps & {
  /** YYYY-MM-DD. */
  defaultValue?: string | undefined;
  onText?: ((text: string) => void) | undefined;
  disabled?: boolean | undefined;
};

/** A calendar date: typed in any usual way, or picked. */
export function DateInput({ defaultValue = "", onText, disabled, ...field }: DateInputProps) {
  const [text, setText] = useState(defaultValue);
  const change = (next: string) => {
    setText(next);
    onText?.(next);
  };
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <RewritingInput
            {...control}
            className={classNames(controlClasses, "pr-9")}
            complaint="没有读出日期，请写成2026-09-25"
            disabled={disabled}
            onText={change}
            rewrite={parseDate}
            value={text}
          />
          <input
            aria-label={`选择${field.label}`}
            className="native-picker absolute top-0.5 right-0.5 h-[calc(1.6rem+10px)] w-8 rounded-control"
            disabled={disabled}
            onChange={(event) => change(event.currentTarget.value)}
            tabIndex={-1}
            type="date"
            value={parseDate(text) ?? ""}
          />
        </div>
      )}
    </Field>
  );
}
