import { Refusal } from "@/lib/core/errors";
import { type Json, toJson } from "@/lib/core/json";
import { annotateWorkbook } from "@/lib/exchange/sheet";
import { policyDataIn } from "@/lib/policies/queries";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { loadFile, redeemTicket, storeFile } from "@/lib/server/files";
import { fileNotes, type ListFile, type ListRow, notesOf, readListFile } from "../reports/list-file";
import { priorSpendingIn } from "../reports/prior-spending";
import { draftOfRow } from "../reports/row-draft";
import { previewImportInput } from "../schema";
import type { SheetRow } from "../sheet-facts";
import { inOrderOfDates, type JudgedRow, openJudgement } from "../sheet-verdicts";

/** How many rows are judged or written between two words to the database, which gives up on a silent transaction. */
const breath = 500;

/** What a row of a list came to: its conclusion, or why it has none. */
export type RowOutcome = "PASS" | "INFO" | "WARN" | "APPROVAL" | "FORBIDDEN" | "BROKEN" | "ADDED_BEFORE";

/**
 * Reads a union's own spending list, judges its rows in the order of their dates and keeps the result as a batch;
 * the file goes back with 结论, 原因 and 待补. Nothing is added to the books of anybody.
 */
export const previewSpendingImport = defineCommand({
  name: "spending.previewImport",
  label: "预览支出明细导入",
  permission: "spending.enter",
  input: previewImportInput,
  // It only adds a batch of its own rows, which nobody else reads before it is there.
  isolation: "ReadCommitted",
  async run(tx, { unionId, fileName, ticket }, context) {
    context.requireUnion(unionId);
    const { accountId } = context.actor;
    if (accountId === null) throw new Refusal("FORBIDDEN", "此操作须由本人登录后办理");
    const { sha256 } = redeemTicket(accountId, ticket);
    const bytes = await loadFile(sha256);
    const file = await readListFile(bytes, unionId);
    await requireOwnFile(tx, unionId, file);
    const judged = await judgedRows(tx, unionId, file);
    const before = await addedBefore(tx, unionId, file.rows);
    const rows = file.rows.map((at) => rowResult(at, judged.get(at.row), before));
    const annotated = await annotateWorkbook(bytes, fileNotes(rows));
    const result = await storeFile(annotated, fileName.replace(/(\.xlsx)?$/iu, "（结论）.xlsx"));
    const counts = countsOf(rows);
    const { id } = await tx.importBatch.create({
      data: {
        ...{ unionId, kind: "spending", fileName, sha256, resultSha256: result.sha256 },
        uploadedById: context.personId(),
        counts,
        facts: Object(toJson({ unit: file.unit, lines: file.unitLines })),
      },
      select: { id: true },
    });
    await writeRows(tx, { batchId: id, unionId, rows });
    return {
      value: { batchId: id.toString(), counts },
      audit: { subject: `import_batch:${id}`, unionId, detail: { fileName, sha256, counts } },
    };
  },
});

/** A list that names another union is somebody else's. */
async function requireOwnFile(tx: Tx, unionId: number, { unitLines }: ListFile): Promise<void> {
  const stated = unitLines.find(({ item }) => item === "单位")?.content;
  if (stated === undefined) return;
  const union = await tx.tradeUnion.findUnique({ where: { id: unionId }, select: { name: true } });
  if (union !== null && union.name !== stated) {
    throw new Refusal("INVALID", `文件是“${stated}”的，不是“${union.name}”的，没有读取`);
  }
}

async function judgedRows(
  tx: Tx,
  unionId: number,
  { unit, rows }: ListFile,
): Promise<ReadonlyMap<SheetRow, JudgedRow>> {
  const policy = await policyDataIn(tx, unionId);
  const prior = await priorSpendingIn(tx, unionId, rows);
  const judgeNext = openJudgement(unit, policy, prior);
  const judged = new Map<SheetRow, JudgedRow>();
  for (const [index, row] of inOrderOfDates(rows.map(({ row }) => row)).entries()) {
    if (index % breath === breath - 1) await tx.$queryRaw`select 1`;
    judged.set(row, judgeNext(row));
  }
  return judged;
}

async function addedBefore(tx: Tx, unionId: number, rows: readonly ListRow[]): Promise<ReadonlySet<string>> {
  const keys = rows.flatMap(({ key }) => (key === null ? [] : [key]));
  const found = await tx.spendingDocument.findMany({
    where: { unionId, importKey: { in: keys } },
    select: { importKey: true },
  });
  return new Set(found.map((each) => each.importKey ?? ""));
}

type RowResult = { at: ListRow; outcome: RowOutcome; notes: string[] };

function rowResult(at: ListRow, judged: JudgedRow | undefined, before: ReadonlySet<string>): RowResult {
  if (judged === undefined) throw new Error(`row ${at.row.line} was not judged`);
  const [conclusion, reason, toSupply] = notesOf(judged);
  const isAdded = at.key !== null && before.has(at.key);
  const outcome = isAdded ? "ADDED_BEFORE" : (judged.verdict?.conclusion ?? "BROKEN");
  const told = isAdded
    ? ["已导入过，本次不重复添加", reason].filter((text) => text !== "").join("；")
    : reason;
  return { at, outcome, notes: [conclusion, told, toSupply] };
}

function countsOf(rows: readonly RowResult[]): Record<RowOutcome, number> {
  const counts = { PASS: 0, INFO: 0, WARN: 0, APPROVAL: 0, FORBIDDEN: 0, BROKEN: 0, ADDED_BEFORE: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

async function writeRows(
  tx: Tx,
  { batchId, unionId, rows }: { batchId: bigint; unionId: number; rows: readonly RowResult[] },
): Promise<void> {
  for (let from = 0; from < rows.length; from += breath) {
    const lines = rows.slice(from, from + breath).map(({ at, outcome, notes }) => ({
      ...{ sheet: at.sheet, row_number: at.row.line, outcome, natural_key: at.key },
      reason: [notes[1], notes[2] ? `待补：${notes[2]}` : ""].filter((text) => text).join("；"),
      raw: rawOf(at),
    }));
    await tx.$executeRaw`
      insert into import_row (batch_id, union_id, sheet, row_number, raw, outcome, reason, natural_key)
      select ${batchId}, ${unionId}, line.* from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as line(sheet text, row_number int, raw jsonb, outcome text, reason text, natural_key text)`;
  }
}

/** The cells as read, and what the row becomes when it is accepted: acceptance adds exactly what was judged. */
function rawOf({ key, row, cells }: ListRow): Json {
  if (key === null) return { cells };
  return toJson({ cells, amountFen: row.amount, draft: draftOfRow(row) });
}
