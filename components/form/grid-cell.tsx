"use client";

import type { KeyboardEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { parseDate } from "@/lib/core/dates";
import { ComboboxControl } from "./combobox-control";
import type { ComboboxOption } from "./combobox-options";
import { isSum, rewriteAmount } from "./money-input";
import { normaliseDecimal } from "./number-text";
import { RewritingInput } from "./rewriting-input";

export type GridColumn = {
  key: string;
  label: string;
  /** A shown column cannot be typed into: it follows from the others. */
  kind: "text" | "money" | "number" | "date" | "option" | "shown" | "shown-money";
  options?: readonly ComboboxOption[] | undefined;
  /** Adds the column up, as money. */
  total?: boolean | undefined;
  /** Stands in the empty cell of the first line, as an example of what to type. */
  placeholder?: string | undefined;
};

/** A line by column key, as typed. */
export type GridRow = Readonly<Record<string, string>>;

type GridCellProps = {
  column: GridColumn;
  id: string;
  label: string;
  text: string;
  error: string | undefined;
  placeholder: string | undefined;
  onText: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** Whether a column holds figures and keeps to the right. */
export function isNumeric(column: GridColumn): boolean {
  return column.kind === "money" || column.kind === "number" || column.kind === "shown-money";
}

const cellControl =
  "w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 focus:border-act focus:outline-2 focus:-outline-offset-1 focus:outline-act focus:outline-solid aria-invalid:border-bad";

const widths: Partial<Record<GridColumn["kind"], string>> = {
  money: "sm:w-[9rem]",
  "shown-money": "sm:w-[9rem]",
  number: "sm:w-[6.5rem]",
  date: "sm:w-[9.5rem]",
  option: "sm:w-[11rem]",
};

/** One cell of a grid of lines. */
export function GridCell(props: GridCellProps) {
  const { column, error, id } = props;
  return (
    <td className={classNames("align-top", widths[column.kind])} data-label={column.label}>
      <div className="min-w-0 flex-1">
        <CellControl {...props} />
        {error !== undefined && (
          <p className="px-2.5 pb-1 text-sm text-bad" id={`${id}-error`}>
            ✗ {error}
          </p>
        )}
      </div>
    </td>
  );
}

function CellControl({ column, id, label, text, error, placeholder, onText, onKeyDown }: GridCellProps) {
  const shared = {
    id,
    "aria-label": label,
    "aria-invalid": error === undefined ? undefined : (true as const),
    "aria-describedby": error === undefined ? undefined : `${id}-error`,
    onKeyDown,
  };
  const figures = classNames(cellControl, "text-right");
  switch (column.kind) {
    case "shown":
    case "shown-money":
      return (
        <output className={classNames("block px-2.5 py-1.5", isNumeric(column) && "text-right")}>
          {text || "—"}
        </output>
      );
    case "option":
      return (
        <ComboboxControl
          {...shared}
          className={cellControl}
          codeInList
          onPick={onText}
          options={column.options ?? []}
          value={text}
        />
      );
    case "money":
      return (
        <RewritingInput
          {...shared}
          className={figures}
          complaint="没有读出金额"
          inputMode="decimal"
          onText={onText}
          previews={isSum}
          rewrite={rewriteAmount}
          value={text}
        />
      );
    case "number":
      return (
        <RewritingInput
          {...shared}
          className={figures}
          complaint="请填数字"
          inputMode="decimal"
          onText={onText}
          rewrite={normaliseDecimal}
          value={text}
        />
      );
    case "date":
      return (
        <RewritingInput
          {...shared}
          className={cellControl}
          complaint="没有读出日期"
          onText={onText}
          rewrite={parseDate}
          value={text}
        />
      );
    default:
      return (
        <input
          {...shared}
          autoComplete="off"
          className={cellControl}
          onChange={(event) => onText(event.currentTarget.value)}
          placeholder={placeholder}
          type="text"
          value={text}
        />
      );
  }
}
