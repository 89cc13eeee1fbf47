import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import type { CaseRow } from "@/lib/policy/cases";

/** Reads a case file's rows from xlsx or from csv in UTF-8 or GBK; the first row holds the headings. */
export async function readCaseSheet(fileName: string, bytes: Uint8Array): Promise<CaseRow[]> {
  const table = /\.xlsx$/iu.test(fileName) ? await readXlsx(bytes) : readCsv(bytes);
  const [head, ...body] = table;
  if (head === undefined) return [];
  const headings = head.map((cell) => cell.trim());
  return body
    .map((cells, index) => ({
      line: index + 2,
      cells: Object.fromEntries(
        headings
          .map((heading, column) => [heading, cells[column]?.trim() ?? ""] as const)
          .filter(([heading]) => heading !== ""),
      ),
    }))
    .filter((row) => Object.values(row.cells).some((cell) => cell !== ""));
}

function readCsv(bytes: Uint8Array): string[][] {
  const buffer = Buffer.from(bytes);
  const text = isUtf8(buffer) ? buffer.toString("utf8") : iconv.decode(buffer, "gbk");
  return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: false });
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) return [];
  const table: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = row.getCell(column);
      cells.push(cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text);
    }
    table.push(cells);
  });
  return table;
}
