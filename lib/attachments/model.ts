import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { Tx } from "@/lib/server/db";
import type { StoredFile } from "@/lib/server/files";

/** The record a paper belongs to. */
export type Subject = { kind: string; id: bigint; unionId: number };

/** A paper as a screen shows it. */
export type AttachmentRow = {
  id: string;
  kind: string;
  fileName: string;
  mime: string;
  sizeBytes: number;
  sha256: string;
  uploadedAt: string;
  isLocked: boolean;
};

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

/** Takes a paper off a record; refused once it is locked. */
export async function removeAttachmentIn(tx: Tx, subject: Subject, id: bigint): Promise<void> {
  const removed = await tx.attachment.updateMany({
    where: { id, subjectKind: subject.kind, subjectId: subject.id, lockedAt: null, removedAt: null },
    data: { removedAt: now() },
  });
  if (removed.count === 0) throw new Refusal("NOT_FOUND", "未找到该附件，或单据已提交、附件不能再删除");
}

/** Fixes a record's papers for good. */
export async function lockAttachmentsIn(tx: Tx, subject: Subject): Promise<void> {
  await tx.attachment.updateMany({
    where: { subjectKind: subject.kind, subjectId: subject.id, lockedAt: null, removedAt: null },
    data: { lockedAt: now() },
  });
}

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
