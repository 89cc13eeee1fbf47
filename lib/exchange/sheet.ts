import ExcelJS from "exceljs";
import { fromDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { checkZipLimits } from "./zip-limits";

/** A cell as plain data: dates are "YYYY-MM-DD", formulas their result, rich text its text. */
export type Cell = string | number | boolean | null;

export type SheetRow = { number: number; cells: Cell[] };

export type Sheet = { name: string; rows: SheetRow[] };

const maxBytes = 20 * 1024 * 1024;
const maxRows = 50_000;
const maxColumns = 200;

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  if (bytes.byteLength > maxBytes) throw new Refusal("INVALID", "文件超过 20 MB，请拆分后再上传");
  await checkZipLimits(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    const copy = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(copy).set(bytes);
    await workbook.xlsx.load(copy);
  } catch {
    throw new Refusal(
      "INVALID",
      "这不是可读取的 Excel 文件（.xlsx）；请在 Excel 或 WPS 中另存为 .xlsx 后再上传",
    );
  }
  return workbook;
}

/** Reads an uploaded workbook as plain rows; empty rows are left out. Refuses what is not a workbook or too large. */
export async function readWorkbook(bytes: Uint8Array): Promise<{ sheets: Sheet[] }> {
  const workbook = await open(bytes);
  const sheets = workbook.worksheets.map((worksheet) => {
    if (worksheet.actualRowCount > maxRows || worksheet.actualColumnCount > maxColumns) {
      throw new Refusal(
        "INVALID",
        `“${worksheet.name}”超过 ${maxRows} 行或 ${maxColumns} 列，请拆分后再上传`,
      );
    }
    const rows: SheetRow[] = [];
    worksheet.eachRow({ includeEmpty: false }, (row, number) => {
      const cells: Cell[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        cells[column - 1] = plainCell(cell.value);
      });
      if (cells.some((cell) => cell !== null && cell !== "")) rows.push({ number, cells });
    });
    return { name: worksheet.name, rows };
  });
  return { sheets };
}

function plainCell(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return fromDbDate(value);
  if ("richText" in value)
    return value.richText
      .map((run) => run.text)
      .join("")
      .trim();
  if ("hyperlink" in value) return plainCell(value.text);
  if ("error" in value) return null;
  return plainCell(value.result ?? null);
}

export type RowNotes = { sheet: string; headerRow: number; titles: string[]; rows: Map<number, string[]> };

/** The user's own file back, with columns added behind its last one (结论, 原因 …). */
export async function annotateWorkbook(bytes: Uint8Array, notes: RowNotes[]): Promise<Uint8Array> {
  const workbook = await open(bytes);
  for (const note of notes) {
    const worksheet = workbook.getWorksheet(note.sheet);
    if (worksheet === undefined) throw new Error(`sheet ${note.sheet} was read but is gone`);
    const firstFree = worksheet.actualColumnCount + 1;
    const write = (rowNumber: number, values: string[], isHead: boolean) => {
      for (const [index, value] of values.entries()) {
        const cell = worksheet.getCell(rowNumber, firstFree + index);
        cell.value = value;
        cell.alignment = { wrapText: true, vertical: "top" };
        if (isHead) cell.font = { bold: true };
      }
    };
    write(note.headerRow, note.titles, true);
    for (const [rowNumber, values] of note.rows) write(rowNumber, values, false);
    for (const [index] of note.titles.entries()) {
      worksheet.getColumn(firstFree + index).width = index === 0 ? 10 : 48;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export type ColumnKind = "text" | "money" | "number" | "date";

export type NewColumn = { title: string; kind?: ColumnKind; width?: number; options?: string[] };

export type NewSheet = {
  name: string;
  /** Lines above the head: title, unit, who exported when with which filters. */
  preface?: string[];
  columns: NewColumn[];
  /** Cells by column; money is bigint fen. */
  rows: (string | number | bigint | null)[][];
};

const money = "#,##0.00";

/** Builds a workbook: frozen head, widths, money in yuan with two decimals, text never read as a formula, drop-downs. */
export async function buildWorkbook(sheets: NewSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, sheet: NewSheet): void {
  const preface = sheet.preface ?? [];
  const headRow = preface.length + 1;
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", ySplit: headRow }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  for (const line of preface) worksheet.addRow([line]);
  worksheet.addRow(sheet.columns.map((column) => column.title)).font = { bold: true };
  for (const row of sheet.rows)
    worksheet.addRow(row.map((value) => (typeof value === "bigint" ? yuanNumber(value) : value)));
  for (const [index, column] of sheet.columns.entries()) {
    const target = worksheet.getColumn(index + 1);
    target.width = column.width ?? (column.kind === "money" ? 16 : 18);
    if (column.kind === "money") target.numFmt = money;
    if (column.kind === "text" || column.kind === undefined) target.numFmt = "@";
    if (column.options)
      addDropDown(worksheet, { column: index + 1, fromRow: headRow + 1, options: column.options });
  }
}

function addDropDown(
  worksheet: ExcelJS.Worksheet,
  list: { column: number; fromRow: number; options: string[] },
): void {
  const formula = `"${list.options.join(",")}"`;
  // Excel allows 255 characters in an inline list; longer lists stand in the notes instead.
  if (formula.length > 255) return;
  for (let row = list.fromRow; row < list.fromRow + 500; row += 1) {
    worksheet.getCell(row, list.column).dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [formula],
    };
  }
}

/** Yuan as a spreadsheet number; exact to the fen far beyond any district's books. */
function yuanNumber(amountFen: bigint): number {
  return Number(amountFen) / 100;
}
