import { lockAttachmentsIn } from "@/lib/attachments/commands/lock-attachments";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { missingPapers } from "../facts/papers";
import { spendingSubject } from "../model";
import { archiveInput } from "../schema";
import { moveIn, openFor, stepAudit } from "./move-document";

/** Archives a booked claim (a paid one where books are kept elsewhere) once sign-off sheets and photos are there. */
export const archiveDocument = defineCommand({
  name: "spending.archiveDocument",
  label: "支出归档",
  permission: "spending.archive",
  input: archiveInput,
  async run(tx, { id, version, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "archive" });
    const papers = await tx.attachment.findMany({
      where: { subjectKind: spendingSubject, subjectId: id, removedAt: null },
      select: { kind: true, mime: true },
    });
    const missing = [
      ...missingPapers(document.type, "PAYMENT", papers),
      ...missingPapers(document.type, "ARCHIVE", papers),
    ];
    if (missing.length > 0) {
      throw new Refusal("POLICY", `归档前须补齐：${missing.join("、")}`, [
        { path: "papers", message: `请上传${missing.join("、")}` },
      ]);
    }
    await lockAttachmentsIn(tx, { kind: spendingSubject, id, unionId: document.unionId });
    const moved = await moveIn(tx, context, { document, version, action: "archive", note });
    return { value: moved, audit: stepAudit(document, to, { note }) };
  },
});
