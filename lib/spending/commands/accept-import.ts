import { z } from "zod";
import { fromDbDate, now, parseDate, toDbDate, today, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { parseYuan } from "@/lib/core/money";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { acceptImportInput } from "../schema";
import { isOfUnion } from "./check-draft";

const good = ["PASS", "INFO", "WARN", "APPROVAL"];

/**
 * Makes drafts of a judged batch: of every row, or, by choice, of the good ones. Who imports is 录入人, the 经办人 is
 * chosen. A row that is there already adds nothing, also when two people accept the same file at once.
 */
export const acceptSpendingImport = defineCommand({
  name: "spending.acceptImport",
  label: "导入支出明细",
  permission: "spending.enter",
  input: acceptImportInput,
  // Each row is decided by the unique key of union and row, which holds at any level; thousands of rows would only
  // collide at a stricter one.
  isolation: "ReadCommitted",
  async run(tx, { batchId, claimantId, mode, loadUnionFacts }, context) {
    const batch = await tx.importBatch.findFirst({
      where: { id: batchId, kind: "spending" },
      select: { id: true, unionId: true, fileName: true, facts: true },
    });
    if (batch === null) throw new Refusal("NOT_FOUND", "未找到该批导入，或您没有权限");
    const { unionId } = batch;
    context.requireUnion(unionId);
    if (!(await isOfUnion(tx, unionId, claimantId))) {
      throw new Refusal("INVALID", "经办人不在本工会的岗位或会员名册中", [
        { path: "claimantId", message: "请选择本工会的经办人" },
      ]);
    }
    if (mode === "ALL_OR_NOTHING") await refuseBadRows(tx, batchId);
    await claimBatch(tx, batchId);
    const recordedById = context.personId();
    const added = await addRows(tx, { batchId, unionId, claimantId, recordedById });
    const facts = loadUnionFacts ? await loadFacts(tx, { ...batch, enteredById: recordedById }) : [];
    return {
      value: { batchId: batchId.toString(), added, loadedFacts: facts },
      audit: {
        subject: `import_batch:${batchId}`,
        unionId,
        detail: {
          fileName: batch.fileName,
          mode,
          added,
          claimantId: claimantId.toString(),
          loadedFacts: facts,
        },
      },
    };
  },
});

async function refuseBadRows(tx: Tx, batchId: bigint): Promise<void> {
  const bad = await tx.importRow.findMany({
    where: { batchId, outcome: { in: ["FORBIDDEN", "BROKEN"] } },
    select: { rowNumber: true },
    orderBy: { rowNumber: "asc" },
  });
  if (bad.length === 0) return;
  const lines = bad.slice(0, 20).map((row) => row.rowNumber);
  const more = bad.length > lines.length ? `等 ${bad.length} 行` : "";
  throw new Refusal(
    "POLICY",
    `第 ${lines.join("、")} 行${more}禁止或无法判定，整批没有导入；改好后重新上传，或选择只导入可用的行`,
  );
}

async function claimBatch(tx: Tx, batchId: bigint): Promise<void> {
  const claimed = await tx.importBatch.updateMany({
    where: { id: batchId, committedAt: null },
    data: { committedAt: now() },
  });
  if (claimed.count === 0) throw new Refusal("CONFLICT", "该批已导入过，没有重复添加");
}

type Adding = { batchId: bigint; unionId: number; claimantId: bigint; recordedById: bigint };

/** One statement for all rows: what is there already stays, and the answer is how many were new. */
function addRows(tx: Tx, { batchId, unionId, claimantId, recordedById }: Adding): Promise<number> {
  return tx.$executeRaw`
    insert into spending_document (union_id, kind, type, title, occurred_on, amount_fen, payment_method, payee_name,
        claimant_id, recorded_by_id, facts, import_key, import_batch_id)
    select ${unionId}, 'CLAIM', d ->> 'type', d ->> 'title', (d ->> 'occurredOn')::date, (r.raw ->> 'amountFen')::bigint,
           nullif(d ->> 'paymentMethod', ''), nullif(d ->> 'payeeName', ''), ${claimantId}, ${recordedById},
           d || jsonb_build_object('claimantId', ${claimantId.toString()}::text), r.natural_key, r.batch_id
      from import_row r cross join lateral (select r.raw -> 'draft' d) written
     where r.batch_id = ${batchId} and r.outcome = any (${good}::text[]) and r.natural_key is not null
     order by r.id
    on conflict (union_id, import_key) do nothing`;
}

const factsSchema = z.object({ lines: z.array(z.object({ item: z.string(), content: z.string() })) });

/** What the sheet 单位情况 says that the portal does not know yet; the codes are those of the opening template. */
const factKinds: readonly { pattern: RegExp; code: string; holds: "amount" | "count" | "event" }[] = [
  { pattern: /预算收入/u, code: "BUDGET_INCOME", holds: "amount" },
  { pattern: /^在册会员/u, code: "MEMBERS", holds: "count" },
  { pattern: /购置服装/u, code: "CLOTHING", holds: "event" },
];

async function loadFacts(
  tx: Tx,
  batch: { id: bigint; unionId: number; facts: unknown; enteredById: bigint },
): Promise<string[]> {
  const { unionId, enteredById } = batch;
  const first = await tx.spendingDocument.findFirst({
    where: { unionId, importBatchId: batch.id, occurredOn: { not: null } },
    select: { occurredOn: true },
    orderBy: { occurredOn: "desc" },
  });
  const year = yearOf(first?.occurredOn == null ? today() : fromDbDate(first.occurredOn));
  const loaded: string[] = [];
  for (const { item, content } of factsSchema.parse(batch.facts).lines) {
    const kind = factKinds.find(({ pattern }) => pattern.test(item));
    const value = kind === undefined ? null : factOf(kind.holds, content);
    if (kind === undefined || value === null) continue;
    const known = await tx.openingFact.count({ where: { unionId, year, code: kind.code } });
    if (known > 0) continue;
    await tx.openingFact.create({
      data: { ...value, unionId, year, code: kind.code, label: item, source: "支出明细导入", enteredById },
    });
    loaded.push(item);
  }
  return loaded;
}

function factOf(holds: "amount" | "count" | "event", content: string) {
  const [head = "", rest = ""] = content.split(/[（(，,](?!\d{3}\b)/u);
  if (holds === "amount") {
    const amountFen = parseYuan(head);
    return amountFen === null ? null : { amountFen };
  }
  if (holds === "count") return /^\d{1,7}$/u.test(head) ? { count: Number(head) } : null;
  const date = parseDate(head);
  const people = /(\d{1,6})\s*人/u.exec(rest)?.[1];
  if (date === null) return null;
  return { date: toDbDate(date), ...(people === undefined ? {} : { count: Number(people) }) };
}
