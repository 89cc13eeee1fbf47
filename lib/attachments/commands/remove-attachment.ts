import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { Tx } from "@/lib/server/db";
import type { Subject } from "../model";

/** Takes a paper off a record; refused once it is locked. */
export async function removeAttachmentIn(tx: Tx, subject: Subject, id: bigint): Promise<void> {
  const removed = await tx.attachment.updateMany({
    where: { id, subjectKind: subject.kind, subjectId: subject.id, lockedAt: null, removedAt: null },
    data: { removedAt: now() },
  });
  if (removed.count === 0) throw new Refusal("NOT_FOUND", "未找到该附件，或单据已提交、附件不能再删除");
}
