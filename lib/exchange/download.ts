import type { Query } from "@/lib/server/query";

/** Who asked for a file and on which day; printed on it. */
export type DownloadNote = { by: string; on: string };

/** The kinds of files that leave the portal. */
export type FileFormat = "pdf" | "xlsx" | "csv";

/** The ways one answer can be drawn; drawing starts when it is asked for. */
export type Drawings = Partial<Record<FileFormat, () => Promise<Uint8Array>>>;

/** What the log keeps of a file: how many rows it holds, and whose they are (null for several unions). */
export type DownloadExtent = { rows: number; unionId: number | null };

/** A file that can be fetched: the read behind it, its name without ending, its extent, and how it is drawn. */
export type Download<Input, Value> = {
  query: Query<Input, Value>;
  // Methods, so that downloads of every kind fit one table.
  fileName(value: Value): string;
  extent(value: Value): DownloadExtent;
  draw(value: Value, note: DownloadNote): Drawings;
};

/** Declares a download; the type keeps the read and its drawing together. */
export function defineDownload<Input, Value>(download: Download<Input, Value>): Download<Input, Value> {
  return download;
}
