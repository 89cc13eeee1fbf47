"use client";

import { classNames } from "@/components/ui/class-names";
import { controlClasses, Field, type FieldProps } from "./field";
import { normaliseDecimal, normaliseNumber } from "./number-text";
import { RewritingInput } from "./rewriting-input";

type NumberInputProps = FieldProps & {
  defaultValue?: string | number | undefined;
  value?: string | undefined;
  onText?: ((text: string) => void) | undefined;
  disabled?: boolean | undefined;
  decimal?: boolean | undefined;
  /** Stands behind the field, for example 人. */
  unit?: string | undefined;
};

/** A count. The wheel and the arrow keys never change it, as a browser's own number field would. */
export function NumberInput(props: NumberInputProps) {
  const { defaultValue, value, onText, disabled, decimal = false, unit, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <RewritingInput
            {...control}
            className={classNames(controlClasses, "text-right", unit !== undefined && "pr-9")}
            complaint={decimal ? "请填数字，例如2.5" : "请填整数，例如126"}
            defaultValue={defaultValue === undefined ? "" : String(defaultValue)}
            disabled={disabled}
            inputMode={decimal ? "decimal" : "numeric"}
            onText={onText}
            rewrite={decimal ? normaliseDecimal : normaliseNumber}
            value={value}
          />
          {unit !== undefined && (
            <span aria-hidden="true" className="absolute top-[7px] right-3 text-ink-2">
              {unit}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
