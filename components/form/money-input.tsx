"use client";

import { classNames } from "@/components/ui/class-names";
import { formatYuan, parseYuan } from "@/lib/core/money";
import { controlClasses, Field, type FieldProps } from "./field";
import { RewritingInput } from "./rewriting-input";

type MoneyInputProps = FieldProps & {
  /** In fen. */
  defaultFen?: bigint | null | undefined;
  value?: string | undefined;
  onText?: ((text: string) => void) | undefined;
  disabled?: boolean | undefined;
};

/** An amount in yuan: `1,234.5`, full-width digits and sums such as `=62*126` are all understood. */
export function MoneyInput({ defaultFen, value, onText, disabled, ...field }: MoneyInputProps) {
  return (
    <Field {...field}>
      {(control) => (
        <RewritingInput
          {...control}
          className={classNames(controlClasses, "text-right")}
          complaint="没有读出金额，请写成1,234.50或=62*126"
          defaultValue={defaultFen === undefined || defaultFen === null ? "" : formatYuan(defaultFen)}
          disabled={disabled}
          inputMode="decimal"
          onText={onText}
          previews={isSum}
          rewrite={rewriteAmount}
          value={value}
        />
      )}
    </Field>
  );
}

/** The written form of a typed amount; a Chinese full stop counts as the point it was meant to be. */
export function rewriteAmount(text: string): string | null {
  const fen = parseYuan(text.replaceAll("。", "."));
  return fen === null ? null : formatYuan(fen);
}

/** Whether the text is a sum whose result is worth showing while it is typed. */
export function isSum(text: string): boolean {
  return /^\s*[=＝]/.test(text);
}
