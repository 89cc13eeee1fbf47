import { formatYuan, parseYuan } from "@/lib/core/money";

/** One row of the voucher grid, as typed. */
export type GridRow = { summary: string; accountCode: string; debit: string; credit: string };

export type GridCell = keyof GridRow;

export const blankRow: GridRow = { summary: "", accountCode: "", debit: "", credit: "" };

/** Debits minus credits in fen of all rows but one; what cannot be read counts as nothing. */
export function gapWithout(rows: readonly GridRow[], index: number): bigint {
  return rows.reduce(
    (sum, row, at) =>
      at === index ? sum : sum + (parseYuan(row.debit) ?? 0n) - (parseYuan(row.credit) ?? 0n),
    0n,
  );
}

/** The amount that would balance the voucher in this cell, as text; empty when nothing is missing there. */
export function balancingText(rows: readonly GridRow[], index: number, cell: "debit" | "credit"): string {
  const gap = gapWithout(rows, index);
  const needed = cell === "debit" ? -gap : gap;
  return needed > 0n ? formatYuan(needed) : "";
}

/** What a cell becomes by typed text: `..` copies from above, `//` the first summary; a side empties the other. */
export function written(
  rows: readonly GridRow[],
  index: number,
  change: { cell: GridCell; text: string },
): GridRow {
  const { cell, text } = change;
  const row = rows[index] ?? blankRow;
  const above = rows[index - 1];
  const copied =
    text === ".." && above !== undefined
      ? above[cell]
      : text === "//" && cell === "summary"
        ? (rows[0]?.summary ?? "")
        : text;
  if (cell === "debit" && copied.trim() !== "") return { ...row, debit: copied, credit: "" };
  if (cell === "credit" && copied.trim() !== "") return { ...row, credit: copied, debit: "" };
  return { ...row, [cell]: copied };
}

/** The cell that Enter leads to: a filled debit goes straight to the next row. */
export function nextCell(row: GridRow, cell: GridCell): GridCell | null {
  if (cell === "summary") return "accountCode";
  if (cell === "accountCode") return "debit";
  return cell === "debit" && row.debit.trim() === "" ? "credit" : null;
}

/** Totals of both sides in fen. */
export function totalsOf(rows: readonly GridRow[]): { debitFen: bigint; creditFen: bigint } {
  return {
    debitFen: rows.reduce((sum, row) => sum + (parseYuan(row.debit) ?? 0n), 0n),
    creditFen: rows.reduce((sum, row) => sum + (parseYuan(row.credit) ?? 0n), 0n),
  };
}
