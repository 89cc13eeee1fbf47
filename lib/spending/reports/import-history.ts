import { z } from "zod";
import { unionIdSchema } from "@/lib/core/ids";
import { defineQuery } from "@/lib/server/query";

const longestList = 50;

/** The lists a union has had judged, the newest first, with what became of each. */
export const listImportBatches = defineQuery({
  name: "spending.listImportBatches",
  label: "查看支出明细导入记录",
  permission: "spending.enter",
  input: z.strictObject({ unionId: unionIdSchema }),
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const batches = await tx.importBatch.findMany({
      where: { unionId, kind: "spending" },
      select: {
        ...{ id: true, fileName: true, sha256: true, uploadedAt: true, committedAt: true },
        ...{ uploadedById: true, counts: true },
      },
      orderBy: { id: "desc" },
      take: longestList,
    });
    const people = await tx.person.findMany({
      where: { id: { in: [...new Set(batches.map((batch) => batch.uploadedById))] } },
      select: { id: true, name: true },
    });
    return batches.map(({ id, uploadedById, uploadedAt, committedAt, ...batch }) => ({
      ...batch,
      id: id.toString(),
      uploadedBy: people.find((person) => person.id === uploadedById)?.name ?? "",
      uploadedAt: uploadedAt.toISOString(),
      committedAt: committedAt?.toISOString() ?? null,
    }));
  },
});
