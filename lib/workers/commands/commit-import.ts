import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import type { NewWorker } from "../model";
import { judgeRows } from "../rules/register-file";
import { commitImportInput } from "../schema";
import { countsOf, loadRows, registerFor } from "./preview-import";
import { registeredElsewhere, registerWorkersIn } from "./register-worker";

/**
 * Puts the good rows of a judged file into the register. With faulty rows it asks for the choice of a part first. It
 * judges again, so what changed since the preview counts. READ COMMITTED: the batch row is locked, people are written
 * in one order, and what others wrote meanwhile is met by unique keys.
 */
export const commitImport = defineCommand({
  name: "workers.commitImport",
  label: "导入会员登记表",
  permission: "workers.register",
  isolation: "ReadCommitted",
  input: commitImportInput,
  async run(tx, { batchId, partial }, context) {
    const batch = await lockBatch(tx, batchId);
    const rows = await loadRows(tx, batchId);
    const judged = judgeRows(rows, await registerFor(tx, rows, context)).map((row, index) => {
      return { ...row, id: rows[index]?.id ?? 0n };
    });
    const faulty = judged.filter(({ outcome }) => outcome === "FAULTY").length;
    if (faulty > 0 && !partial) {
      throw new Refusal(
        "POLICY",
        `有 ${faulty} 行需要改正；可下载带原因的文件改好再导，或选择只导入通过的行`,
      );
    }
    const ready = judged.flatMap(({ id, worker }) => (worker === null ? [] : [{ id, worker }]));
    const made =
      ready.length === 0
        ? []
        : await registerWorkersIn(
            tx,
            ready.map(({ worker }) => worker),
          );
    const subjects = new Map(ready.map(({ id }, index) => [id, made[index] ?? null]));
    const results = judged.map(({ id, outcome, reason }) => {
      if (outcome !== "READY") return { id, outcome, reason, subject: null };
      const subject = subjects.get(id) ?? null;
      if (subject === null) return { id, outcome: "FAULTY", reason: registeredElsewhere, subject };
      return { id, outcome: "DONE", reason: "", subject };
    });
    await storeResults(tx, results);
    const counts = { ...countsOf(results), done: results.filter(({ outcome }) => outcome === "DONE").length };
    await tx.importBatch.update({
      where: { id: batchId },
      data: { committedAt: now(), counts },
      select: { id: true },
    });
    const unions = unionsOf(ready.map(({ worker }) => worker));
    return {
      value: { batchId: batchId.toString(), ...counts },
      audit: { subject: `import:${batchId}`, unionId: batch.unionId, detail: { ...counts, unions } },
    };
  },
});

async function lockBatch(tx: Tx, batchId: bigint): Promise<{ unionId: number }> {
  const rows = await tx.$queryRaw<{ union_id: number; committed: boolean; kind: string }[]>`
    select union_id, committed_at is not null committed, kind from import_batch where id = ${batchId} for update`;
  const row = rows[0];
  if (row === undefined || row.kind !== "workers")
    throw new Refusal("NOT_FOUND", "未找到该批导入，或您没有权限");
  if (row.committed) throw new Refusal("CONFLICT", "这批名册已经导入");
  return { unionId: row.union_id };
}

async function storeResults(
  tx: Tx,
  results: readonly { id: bigint; outcome: string; reason: string; subject: bigint | null }[],
): Promise<void> {
  await tx.$executeRaw`
    update import_row r set outcome = given.outcome, reason = given.reason, subject_id = given.subject
    from unnest(${results.map(({ id }) => id)}::bigint[], ${results.map(({ outcome }) => outcome)}::text[],
      ${results.map(({ reason }) => reason)}::text[], ${results.map(({ subject }) => subject?.toString() ?? null)}::bigint[])
      as given(id, outcome, reason, subject) where r.id = given.id`;
}

function unionsOf(workers: readonly NewWorker[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { unionId } of workers) counts[unionId] = (counts[unionId] ?? 0) + 1;
  return counts;
}
