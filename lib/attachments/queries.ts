import type { Tx } from "@/lib/server/db";
import type { AttachmentRow, Subject } from "./model";

/** A record's papers, oldest first. */
export async function attachmentsOf(tx: Tx, subject: Pick<Subject, "kind" | "id">): Promise<AttachmentRow[]> {
  const rows = await tx.attachment.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id, removedAt: null },
    select: {
      id: true,
      kind: true,
      fileName: true,
      mime: true,
      sizeBytes: true,
      sha256: true,
      uploadedAt: true,
      lockedAt: true,
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, uploadedAt, lockedAt, ...row }) => ({
    ...row,
    id: id.toString(),
    uploadedAt: uploadedAt.toISOString(),
    isLocked: lockedAt !== null,
  }));
}
