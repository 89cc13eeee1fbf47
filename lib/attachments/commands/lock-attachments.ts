import { now } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import type { Subject } from "../model";

/** Fixes a record's papers for good. */
export async function lockAttachmentsIn(tx: Tx, subject: Subject): Promise<void> {
  await tx.attachment.updateMany({
    where: { subjectKind: subject.kind, subjectId: subject.id, lockedAt: null, removedAt: null },
    data: { lockedAt: now() },
  });
}
