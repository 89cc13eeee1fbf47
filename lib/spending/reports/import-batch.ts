import { z } from "zod";
import { Refusal } from "@/lib/core/errors";
import { idSchema } from "@/lib/core/ids";
import { defineQuery } from "@/lib/server/query";

const pageSize = 200;

/** A judged batch: counts, what the file says of the union, and its rows by outcome, a page at a time. */
export const getImportBatch = defineQuery({
  name: "spending.getImportBatch",
  label: "查看支出明细导入结果",
  permission: "spending.enter",
  input: z.strictObject({
    batchId: idSchema,
    outcomes: z.array(z.string().max(20)).max(10).default([]),
    after: idSchema.nullable().default(null),
  }),
  async run(tx, { batchId, outcomes, after }) {
    const batch = await tx.importBatch.findFirst({
      where: { id: batchId, kind: "spending" },
      select: {
        ...{ id: true, unionId: true, fileName: true, resultSha256: true, uploadedAt: true },
        ...{ committedAt: true, counts: true, facts: true },
      },
    });
    if (batch === null) throw new Refusal("NOT_FOUND", "未找到该批导入，或您没有权限");
    const rows = await tx.importRow.findMany({
      where: {
        batchId,
        ...(outcomes.length === 0 ? {} : { outcome: { in: outcomes } }),
        ...(after === null ? {} : { id: { gt: after } }),
      },
      select: { id: true, sheet: true, rowNumber: true, outcome: true, reason: true, raw: true },
      orderBy: { id: "asc" },
      take: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    return {
      ...batch,
      id: batch.id.toString(),
      uploadedAt: batch.uploadedAt.toISOString(),
      committedAt: batch.committedAt?.toISOString() ?? null,
      rows: page.map(({ id, raw, ...row }) => ({ ...row, id: id.toString(), ...rowOf(raw) })),
      next: rows.length > pageSize ? (page.at(-1)?.id.toString() ?? null) : null,
    };
  },
});

const saidSchema = z.object({
  ...{ type: z.string(), title: z.string(), occurredOn: z.string(), payeeName: z.string() },
  ...{ paymentMethod: z.string(), answers: z.record(z.string(), z.string()) },
  lines: z.array(z.object({ amount: z.string() })),
});

/** The cells as read, and what was understood of them; null for a row nothing could be made of. */
function rowOf(raw: unknown) {
  const { cells, draft } = z.object({ cells: z.array(z.string()), draft: saidSchema.optional() }).parse(raw);
  return { cells, said: draft ?? null };
}
