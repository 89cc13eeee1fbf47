import { createHash, createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { env } from "./env";

/** A stored content: its hash is its name, its type was read from the bytes. */
export type StoredFile = { sha256: string; mime: string; sizeBytes: number };

/** Where contents are kept; a disk folder by default, an S3-compatible store behind the same two functions. */
export type FileStore = {
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  get(sha256: string): Promise<Uint8Array>;
};

/** The largest paper the portal takes, in bytes (20 MB). */
export const maxFileBytes = 20 * 1024 * 1024;
const ticketLifeSeconds = 24 * 60 * 60;

const allowed: Record<string, string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/zip": "ofd",
  "application/xml": "xml",
};

const diskStore: FileStore = {
  async put(sha256, bytes) {
    const { folder, file } = placeOf(sha256);
    await mkdir(folder, { recursive: true });
    const exists = await stat(file).then(
      () => true,
      () => false,
    );
    if (exists) return;
    // Written aside and renamed, so that a killed process leaves no half content under a hash.
    const aside = join(folder, `${sha256}.${randomUUID()}.part`);
    await writeFile(aside, bytes, { flag: "wx", mode: 0o600 });
    await rename(aside, file);
  },
  async get(sha256) {
    const bytes = await readFile(placeOf(sha256).file);
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(`content ${sha256} is damaged`);
    return bytes;
  },
};

function placeOf(sha256: string): { folder: string; file: string } {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a content hash");
  const folder = join(
    /* turbopackIgnore: true */ env().DATA_DIR,
    "files",
    sha256.slice(0, 2),
    sha256.slice(2, 4),
  );
  return { folder, file: join(folder, sha256) };
}

/**
 * Keeps an uploaded file under its hash. The type is read from the content and must be one that papers come in
 * (PDF, picture, xlsx, docx, OFD, XML); refuses others and files over 20 MB.
 */
export async function storeFile(bytes: Uint8Array, fileName: string): Promise<StoredFile> {
  if (bytes.byteLength === 0) throw new Refusal("INVALID", `“${fileName}”是空文件`);
  if (bytes.byteLength > maxFileBytes)
    throw new Refusal("INVALID", `“${fileName}”超过 20 MB，请压缩后再上传`);
  const mime = await typeOf(bytes);
  const extension = mime === null ? undefined : allowed[mime];
  if (mime === null || extension === undefined || !matchesName(fileName, extension)) {
    throw new Refusal(
      "INVALID",
      `“${fileName}”的内容与扩展名不符或不在允许范围（PDF、JPG、PNG、XLSX、DOCX、OFD、XML）`,
    );
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await diskStore.put(sha256, bytes);
  return { sha256, mime, sizeBytes: bytes.byteLength };
}

async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const sniffed = await fileTypeFromBuffer(bytes);
  if (sniffed) return sniffed.mime;
  const head = new TextDecoder("utf-8", { fatal: false })
    .decode(bytes.subarray(0, 200))
    .replace(/^\uFEFF/, "")
    .trimStart();
  return head.startsWith("<?xml") || head.startsWith("<EInvoice") ? "application/xml" : null;
}

function matchesName(fileName: string, extension: string): boolean {
  const ending = fileName.toLowerCase().split(".").at(-1) ?? "";
  return ending === extension || (extension === "jpg" && ending === "jpeg");
}

/** The bytes of a stored content; throws when it is missing or no longer matches its hash. */
export function loadFile(sha256: string): Promise<Uint8Array> {
  return diskStore.get(sha256);
}

/**
 * Proof that this account uploaded this content, good for a day: knowing a hash alone must not be enough to
 * attach somebody else's paper and read it.
 */
export function uploadTicket(accountId: bigint, file: StoredFile): string {
  const until = Math.floor(now().getTime() / 1000) + ticketLifeSeconds;
  const body = [file.sha256, file.mime, file.sizeBytes, until].join("|");
  return `${Buffer.from(body).toString("base64url")}.${sign(accountId, body)}`;
}

/** The content a ticket stands for; refuses a forged, foreign or old one. */
export function redeemTicket(accountId: bigint, ticket: string): StoredFile {
  const [packed = "", signature = ""] = ticket.split(".");
  const body = Buffer.from(packed, "base64url").toString();
  const expected = Buffer.from(sign(accountId, body));
  const given = Buffer.from(signature);
  const [sha256 = "", mime = "", size = "", until = "0"] = body.split("|");
  const isGood = given.length === expected.length && timingSafeEqual(given, expected);
  if (!isGood || Number(until) * 1000 < now().getTime())
    throw new Refusal("INVALID", "附件已过期，请重新上传");
  return { sha256, mime, sizeBytes: Number(size) };
}

/** The bytes of a file the caller uploaded a moment ago, by its ticket; the portal's own jobs upload nothing. */
export function loadUpload(actor: { accountId: bigint | null }, ticket: string): Promise<Uint8Array> {
  if (actor.accountId === null) throw new Refusal("FORBIDDEN", "此操作须由本人登录后办理");
  return loadFile(redeemTicket(actor.accountId, ticket).sha256);
}

function sign(accountId: bigint, body: string): string {
  return createHmac("sha256", env().INDEX_KEY).update(`upload|${accountId}|${body}`).digest("base64url");
}
