import type { Tx } from "@/lib/server/db";
import type { StoredFile } from "@/lib/server/files";
import type { Subject } from "../model";

/** Adds a paper to a record; the caller's command has checked that the record may still take one. */
export async function addAttachmentIn(
  tx: Tx,
  subject: Subject,
  paper: StoredFile & { kind: string; fileName: string; uploadedById: bigint },
): Promise<bigint> {
  const row = await tx.attachment.create({
    data: {
      unionId: subject.unionId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      kind: paper.kind,
      fileName: paper.fileName.slice(0, 200),
      mime: paper.mime,
      sizeBytes: paper.sizeBytes,
      sha256: paper.sha256,
      uploadedById: paper.uploadedById,
    },
    select: { id: true },
  });
  return row.id;
}
