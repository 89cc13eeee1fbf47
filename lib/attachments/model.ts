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
