import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "@/lib/core/errors";
import { checkZipLimits } from "@/lib/exchange/zip-limits";
import { readCaseSheet } from "@/lib/policy/case-sheet";
import { type CaseResult, type CaseRow, runCases } from "@/lib/policy/cases";
import type { PolicyData } from "@/lib/policy/judge";
import { severityLabels, severityOf } from "@/lib/policy/severity";
import { rulebooks } from "../rules/rulebooks";

const MOST_ROWS = 5_000;

/**
 * Evaluates a case file that somebody dropped, with the numbers in force; nothing is stored. Refuses a file that is
 * no sheet, has no cases or too many of them.
 */
export async function evaluateCaseFile(
  fileName: string,
  bytes: Uint8Array,
  policy: PolicyData,
): Promise<CaseResult[]> {
  const rows = await readRows(fileName, bytes);
  if (rows.length === 0) throw refusedFile("表中没有案例，首行应为列名，其后每行一个案例");
  if (rows.length > MOST_ROWS) throw refusedFile(`案例超过 ${MOST_ROWS} 行，请分成几个文件`);
  if (!rows.some(({ cells }) => "预期" in cells || "预期金额" in cells)) {
    throw refusedFile("缺少“预期”列，请对照页面上的列名");
  }
  return runCases(rows, rulebooks, policy);
}

async function readRows(fileName: string, bytes: Uint8Array): Promise<CaseRow[]> {
  if (!/\.(xlsx|csv)$/iu.test(fileName)) throw refusedFile("只能读取 .xlsx 或 .csv 文件");
  if (/\.xlsx$/iu.test(fileName)) await checkZipLimits(bytes);
  try {
    return await readCaseSheet(fileName, bytes);
  } catch (error) {
    // The readers throw their own kinds of error for a broken sheet; to the person they all say the same.
    if (error instanceof Error) throw refusedFile("文件内容无法读取，请在 Excel 或 WPS 中另存后再试");
    throw error;
  }
}

function refusedFile(message: string): Refusal {
  return new Refusal("INVALID", message, [{ path: "file", message }]);
}

/** A case of the rulebook's own files that tests one rule, with what the numbers in force make of it. */
export interface BoundaryCase {
  readonly key: string;
  readonly name: string;
  readonly on: string;
  /** The facts of the case as they stand in the sheet. */
  readonly given: string;
  readonly expected: string;
  /** Empty when the engine says what is expected. */
  readonly differences: readonly string[];
  readonly note: string;
}

/** Where the rulebooks' own cases lie; they are part of the product, so that policy staff can check it with them. */
const casesFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "tests", "cases");

let ownCases: Promise<readonly (CaseRow & { readonly file: string })[]> | null = null;

/** The boundary cases of one rule, judged again with the given numbers; empty where the files are not installed. */
export async function boundaryCasesOf(ruleId: string, policy: PolicyData): Promise<BoundaryCase[]> {
  ownCases ??= readOwnCases();
  const rows = (await ownCases).flatMap((row) => {
    const tokens = tokensOf(row).filter((token) => token.startsWith(`${ruleId}:`));
    if (tokens.length === 0) return [];
    // Only this rule's part of the expectation: what other rules say of the case stands on their own pages.
    const cells: CaseRow["cells"] = { ...row.cells, 预期: tokens.join(" "), 预期金额: "" };
    return [{ ...row, cells }];
  });
  const results = runCases(rows, rulebooks, policy);
  return rows.map((row, index) => ({
    ...{ key: `${row.file}:${row.line}`, name: row.cells["案例"] ?? "", on: row.cells["业务日期"] ?? "" },
    given: givenOf(row, policy),
    expected: tokensOf(row)
      .map((token) => wordOf(token.slice(ruleId.length + 1)))
      .join("、"),
    differences: results[index]?.differences ?? [],
    note: row.cells["说明"] ?? "",
  }));
}

async function readOwnCases(): Promise<readonly (CaseRow & { readonly file: string })[]> {
  const names = await readdir(casesFolder).catch((error: unknown) => {
    // An installation without the files shows the rules without their cases.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const sheets = names.filter((name) => /\.(xlsx|csv)$/u.test(name)).sort();
  const read = sheets.map(async (file) => {
    const rows = await readCaseSheet(file, await readFile(path.join(casesFolder, file)));
    return rows.map((row) => ({ ...row, file }));
  });
  return (await Promise.all(read)).flat();
}

function tokensOf({ cells }: CaseRow): string[] {
  return (cells["预期"] ?? "").split(/[\s,，、;；]+/u).map((token) => token.replace("：", ":"));
}

function wordOf(severity: string): string {
  const known = severityOf(severity);
  return known === null ? severity : severityLabels[known];
}

const bookkeeping: readonly string[] = ["案例", "规则集", "业务日期", "预期", "预期金额", "说明"];

function givenOf({ cells }: CaseRow, { params }: PolicyData): string {
  return Object.entries(cells)
    .filter(([heading, cell]) => cell !== "" && !bookkeeping.includes(heading))
    .map(([heading, cell]) => `${params.find(({ code }) => code === heading)?.label ?? heading} ${cell}`)
    .join("；");
}
