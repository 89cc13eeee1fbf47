"use client";

import type { KeyboardEvent } from "react";
import { ComboboxControl } from "@/components/form/combobox-control";
import type { ComboboxOption } from "@/components/form/combobox-options";
import { isSum, rewriteAmount } from "@/components/form/money-input";
import { RewritingInput } from "@/components/form/rewriting-input";
import type { GridCell } from "./grid-rows";

const control =
  "w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 focus:border-act focus:outline-2 focus:-outline-offset-1 focus:outline-act focus:outline-solid aria-invalid:border-bad";

type EntryCellProps = {
  cell: GridCell;
  id: string;
  label: string;
  text: string;
  /** The balancing amount, shown faintly in an empty amount. */
  offer: string;
  error: string | undefined;
  accounts: readonly ComboboxOption[];
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** One cell of the voucher grid: summary, account or amount. */
export function EntryCell({
  cell,
  id,
  label,
  text,
  offer,
  error,
  accounts,
  onText,
  onKeyDown,
}: EntryCellProps) {
  const shared = {
    id,
    "aria-label": label,
    "aria-invalid": error === undefined ? undefined : (true as const),
    "aria-describedby": error === undefined ? undefined : `${id}-error`,
    onKeyDown,
  };
  return (
    <div className="w-full">
      {cell === "summary" ? (
        <input
          {...shared}
          autoComplete="off"
          className={control}
          onChange={(event) => onText(event.currentTarget.value)}
          type="text"
          value={text}
        />
      ) : cell === "accountCode" ? (
        <ComboboxControl {...shared} className={control} onPick={onText} options={accounts} value={text} />
      ) : (
        <RewritingInput
          {...shared}
          className={`${control} text-right`}
          complaint="没有读出金额"
          inputMode="decimal"
          onText={onText}
          placeholder={offer}
          previews={isSum}
          rewrite={(typed) => (/^\s*[=＝]\s*$/.test(typed) ? typed : rewriteAmount(typed))}
          value={text}
        />
      )}
      {error !== undefined && (
        <p className="pt-0.5 text-sm text-bad" id={`${id}-error`}>
          ✗ {error}
        </p>
      )}
    </div>
  );
}
