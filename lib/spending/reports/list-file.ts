import { createHash } from "node:crypto";
import { parseDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { type Cell, type RowNotes, readWorkbook, type Sheet } from "@/lib/exchange/sheet";
import { severityLabels } from "@/lib/policy/severity";
import { plainNumber } from "../facts/papers";
import { readSpendingSheet, type SheetRow } from "../sheet-facts";
import { type JudgedRow, readUnitSheet, type UnitFacts } from "../sheet-verdicts";

/** A row of a list with the sheet it stands on and the key by which it is added once. */
export type ListRow = {
  sheet: string;
  headerRow: number;
  row: SheetRow;
  key: string | null;
  cells: string[];
};

/** A workbook of a union's spending as read: what it says of the union, and its rows on all its sheets. */
export type ListFile = { unit: UnitFacts; unitLines: { item: string; content: string }[]; rows: ListRow[] };

/** Reads a spending list as people keep it; refuses a workbook without one. */
export async function readListFile(bytes: Uint8Array, unionId: number): Promise<ListFile> {
  const { sheets } = await readWorkbook(bytes);
  const seen = new Map<string, number>();
  const rows = sheets.flatMap((sheet) => rowsOn(sheet, { unionId, seen }));
  if (rows.length === 0) {
    throw new Refusal("INVALID", "没有找到支出明细：表头应有日期、摘要、支出类型、金额");
  }
  const unitSheet = sheets.find((sheet) =>
    sheet.rows.some(({ cells }) => textOf(cells[0]) === "项目" && textOf(cells[1]) === "内容"),
  );
  const unitTable = unitSheet === undefined ? [] : tableOf(unitSheet, null);
  const unitLines = unitTable
    .map(([item = "", content = ""]) => ({ item: item.trim(), content: content.trim() }))
    .filter(({ item, content }) => item !== "" && content !== "" && item !== "项目");
  return { unit: readUnitSheet(unitTable), unitLines, rows };
}

function rowsOn(sheet: Sheet, of: { unionId: number; seen: Map<string, number> }): ListRow[] {
  const head = sheet.rows.find(({ cells }) =>
    cells.some((cell) => /^(业务|发生|支出)?日期$/u.test(textOf(cell))),
  );
  if (head === undefined) return [];
  const dateColumn = head.cells.findIndex((cell) => textOf(cell).endsWith("日期"));
  const table = tableOf(sheet, dateColumn);
  const rounded = new Map(
    sheet.rows.map(({ number, cells }) => [
      number,
      cells.some((cell) => typeof cell === "number" && cell >= 1e15),
    ]),
  );
  return readSpendingSheet(table).map((read) => {
    const lost = "发票号码位数丢失（Excel 已四舍五入），请把该列设为文本后重新填写";
    const row = rounded.get(read.line) ? { ...read, problems: [...read.problems, lost] } : read;
    const key = row.problems.length > 0 ? null : keyOf(row, of);
    return { sheet: sheet.name, headerRow: head.number, row, key, cells: table[read.line - 1] ?? [] };
  });
}

/** Cells as text at their own line numbers; a serial number in the date column becomes its day. */
function tableOf(sheet: Sheet, dateColumn: number | null): string[][] {
  const last = sheet.rows.at(-1)?.number ?? 0;
  const table: string[][] = Array.from({ length: last }, () => []);
  for (const { number, cells } of sheet.rows) {
    table[number - 1] = Array.from(cells, (cell, column) =>
      column === dateColumn && typeof cell === "number" ? (parseDate(cell) ?? String(cell)) : textOf(cell),
    );
  }
  return table;
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "number" || Number.isInteger(cell)) return String(cell).trim();
  // A sheet's sums carry the dust of binary fractions; amounts have two decimals.
  const cents = Math.round(cell * 100);
  return Math.abs(cell * 100 - cents) < 1e-6 ? String(cents / 100) : String(cell);
}

/** The same row of the same union again is the same spending; a true twin is told by its turn. */
function keyOf(row: SheetRow, { unionId, seen }: { unionId: number; seen: Map<string, number> }): string {
  const what = [unionId, row.date, row.payee, row.amount, plainNumber(row.invoiceNo), row.summary].join("|");
  const turn = (seen.get(what) ?? 0) + 1;
  seen.set(what, turn);
  return createHash("sha256").update(`${what}|${turn}`).digest("hex");
}

/** 结论, 原因 and 待补 of a judged row, as they go back in the user's own file. */
export function notesOf({ row, verdict, toSupply }: JudgedRow): [string, string, string] {
  if (verdict === null) return ["无法判定", row.problems.join("；"), ""];
  const told = verdict.findings.filter(({ severity }) => severity !== "PASS" && severity !== "INFO");
  const reason = told.map(
    ({ message, ruleId, basis, severity }) =>
      `${severity === verdict.conclusion ? "" : `${severityLabels[severity]}：`}${message}（${ruleId}，${basis[0]?.docNo || (basis[0]?.label ?? "")}）`,
  );
  return [
    severityLabels[verdict.conclusion],
    reason.join("；"),
    toSupply.map(({ label }) => label).join("、"),
  ];
}

const titles = ["结论", "原因", "待补"];

/** The columns that are added to each sheet of the user's own file. */
export function fileNotes(rows: readonly { at: ListRow; notes: string[] }[]): RowNotes[] {
  const sheets = new Map<string, RowNotes>();
  for (const { at, notes } of rows) {
    const sheet = sheets.get(at.sheet) ?? {
      sheet: at.sheet,
      headerRow: at.headerRow,
      titles,
      rows: new Map(),
    };
    sheet.rows.set(at.row.line, notes);
    sheets.set(at.sheet, sheet);
  }
  return [...sheets.values()];
}
