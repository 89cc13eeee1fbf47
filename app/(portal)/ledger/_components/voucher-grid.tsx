"use client";

import { type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import type { ComboboxOption } from "@/components/form/combobox-options";
import { FormContext, fieldId } from "@/components/form/form-context";
import { Icon } from "@/components/ui/icon";
import { EntryCell } from "./entry-cell";
import { balancingText, blankRow, type GridCell, type GridRow, nextCell, written } from "./grid-rows";
import { GridTotals } from "./grid-totals";

const labels: Record<GridCell, string> = {
  summary: "摘要",
  accountCode: "会计科目",
  debit: "借方金额",
  credit: "贷方金额",
};

type VoucherGridProps = { accounts: readonly ComboboxOption[]; initialRows: readonly GridRow[] };

/** The lines of a voucher, from the keyboard alone: Enter goes on, = balances, space changes the side, .. copies. */
export function VoucherGrid({ accounts, initialRows }: VoucherGridProps) {
  const [rows, setRows] = useState<readonly GridRow[]>(initialRows);
  const wanted = useRef<string | null>(null);
  const { formId, errors } = useContext(FormContext);
  const idOf = (row: number, cell: GridCell) => fieldId(formId, `lines.${row}.${cell}`);

  const write = (index: number, cell: GridCell, text: string) =>
    setRows((all) => all.map((row, at) => (at === index ? written(all, index, { cell, text }) : row)));
  const go = (row: number, cell: GridCell) => {
    wanted.current = idOf(row, cell);
    setRows((all) =>
      row < all.length ? [...all] : [...all, { ...blankRow, summary: all.at(-1)?.summary ?? "" }],
    );
  };
  const remove = (index: number) => {
    setRows((all) => (all.length === 1 ? [blankRow] : all.filter((_, at) => at !== index)));
    wanted.current = idOf(Math.max(0, index - 1), "summary");
  };

  // A cell is focused once it stands on the page; what was typed is marked, so that typing replaces it.
  useEffect(() => {
    const target = wanted.current === null ? null : document.getElementById(wanted.current);
    wanted.current = null;
    if (!(target instanceof HTMLInputElement)) return;
    target.focus();
    target.select();
  });

  const press = (event: KeyboardEvent<HTMLInputElement>, index: number, cell: GridCell) => {
    const row = rows[index];
    if (row === undefined || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isAmount = cell === "debit" || cell === "credit";
    if (event.key === " " && isAmount) {
      event.preventDefault();
      const other = cell === "debit" ? "credit" : "debit";
      if (row[cell].trim() !== "") write(index, other, row[cell]);
      return go(index, other);
    }
    if (event.key === "ArrowUp" && cell !== "accountCode" && index > 0) return go(index - 1, cell);
    if (event.key === "ArrowDown" && cell !== "accountCode") {
      if (index < rows.length - 1) return go(index + 1, cell);
      return document.getElementById(fieldId(formId, "attachmentCount"))?.focus();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (isAmount && /^\s*[=＝]\s*$/.test(row[cell])) {
      write(index, cell, balancingText(rows, index, cell));
      return go(index + 1, "summary");
    }
    const next = nextCell(row, cell);
    go(next === null ? index + 1 : index, next ?? "summary");
  };

  return (
    <div>
      <table aria-label="凭证分录" className="stacked-table w-full">
        <thead>
          <tr className="border-b border-line text-sm text-ink-2">
            {Object.entries(labels).map(([cell, label]) => (
              <th
                className={cell.endsWith("t") ? "px-1.5 py-2 text-right" : "px-1.5 py-2"}
                key={cell}
                scope="col"
              >
                {label}
              </th>
            ))}
            <th className="w-8" scope="col">
              <span className="sr-only">删除</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place and has no other name
            <tr className="border-b border-line" key={index}>
              {(["summary", "accountCode", "debit", "credit"] as const).map((cell) => (
                <td className={cellWidths[cell]} data-label={labels[cell]} key={cell}>
                  <EntryCell
                    accounts={accounts}
                    cell={cell}
                    error={errors.get(`lines.${index}.${cell}`)}
                    id={idOf(index, cell)}
                    label={`第${index + 1}行${labels[cell]}`}
                    offer={cell === "debit" || cell === "credit" ? balancingText(rows, index, cell) : ""}
                    onKeyDown={(event) => press(event, index, cell)}
                    onText={(text) => write(index, cell, text)}
                    text={row[cell]}
                  />
                </td>
              ))}
              <td className="align-top" data-label="">
                <button
                  aria-label={`删除第${index + 1}行`}
                  className="rounded-control p-2 text-ink-3 hover:bg-ground hover:text-bad"
                  onClick={() => remove(index)}
                  tabIndex={-1}
                  type="button"
                >
                  <Icon name="cross" size={14} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <GridTotals rows={rows} />
      <button
        className="mt-2 inline-flex items-center gap-1 rounded-control px-2.5 py-1 text-sm text-act hover:bg-act-soft"
        onClick={() => go(rows.length, "summary")}
        type="button"
      >
        <Icon name="plus" size={14} />
        添加一行
      </button>
      <input
        data-drafted=""
        name="lines@json"
        onInput={(event) => setRows(JSON.parse(event.currentTarget.value))}
        readOnly
        type="hidden"
        value={JSON.stringify(rows.filter((row) => row.accountCode + row.debit + row.credit !== ""))}
      />
    </div>
  );
}

const cellWidths: Record<GridCell, string> = {
  summary: "p-1.5 align-top sm:min-w-44",
  accountCode: "p-1.5 align-top sm:w-72",
  debit: "p-1.5 align-top sm:w-36",
  credit: "p-1.5 align-top sm:w-36",
};
