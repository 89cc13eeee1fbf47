import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "./env";

/** Where a value stands. It is bound into the ciphertext, so a value moved to another row cannot be read. */
export type Cell = { table: string; column: string; rowId: bigint | number };

type SuiteName = "aes-256-gcm" | "sm4-hmac-sm3";

/** A cipher suite: encrypts and authenticates a text together with what it is bound to. */
type Suite = {
  ivBytes: number;
  seal(key: Buffer, iv: Buffer, bound: Buffer, text: Buffer): { sealed: Buffer; tag: Buffer };
  /** Throws when the text or what it is bound to was changed. */
  open(key: Buffer, iv: Buffer, bound: Buffer, sealed: Buffer, tag: Buffer): Buffer;
};

const suites: Record<SuiteName, Suite> = {
  "aes-256-gcm": {
    ivBytes: 12,
    seal(key, iv, bound, text) {
      const cipher = createCipheriv("aes-256-gcm", subkey(key, "aes", 32), iv);
      cipher.setAAD(bound);
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return { sealed, tag: cipher.getAuthTag() };
    },
    open(key, iv, bound, sealed, tag) {
      const decipher = createDecipheriv("aes-256-gcm", subkey(key, "aes", 32), iv, { authTagLength: 16 });
      decipher.setAAD(bound);
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed), decipher.final()]);
    },
  },
  // 国密: the runtime's library has no SM4-GCM, so encrypt, then authenticate with HMAC-SM3.
  "sm4-hmac-sm3": {
    ivBytes: 16,
    seal(key, iv, bound, text) {
      const cipher = createCipheriv("sm4-ctr", subkey(key, "sm4", 16), iv);
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return { sealed, tag: sm3Tag(key, iv, bound, sealed) };
    },
    open(key, iv, bound, sealed, tag) {
      const expected = sm3Tag(key, iv, bound, sealed);
      if (tag.length !== expected.length || !timingSafeEqual(tag, expected))
        throw new Error("tag does not match");
      const decipher = createDecipheriv("sm4-ctr", subkey(key, "sm4", 16), iv);
      return Buffer.concat([decipher.update(sealed), decipher.final()]);
    },
  },
};

/**
 * Encrypts one sensitive value as `v1:suite:kid:iv:ct:tag`. FIELD_KEY may hold several keys separated by commas:
 * the first one encrypts, all of them read, so that keys can be changed while the portal runs.
 */
export function encryptField(cell: Cell, text: string): string {
  const name = env().CIPHER_SUITE;
  const [first] = keys();
  if (first === undefined) throw new Error("FIELD_KEY is empty");
  const suite = suites[name];
  const iv = randomBytes(suite.ivBytes);
  const bound = boundTo(name, first.id, cell);
  const { sealed, tag } = suite.seal(first.key, iv, bound, Buffer.from(text, "utf8"));
  return ["v1", name, first.id, ...[iv, sealed, tag].map((part) => part.toString("base64url"))].join(":");
}

/** Reads an encrypted value of a row; throws when it was changed, moved, or its key is gone. */
export function decryptField(cell: Cell, stored: string): string {
  const [version, name = "", keyId = "", iv = "", sealed = "", tag = "", ...rest] = stored.split(":");
  if (version !== "v1" || rest.length > 0 || !isSuite(name)) throw new Error("not an encrypted value");
  const known = keys().find((each) => each.id === keyId);
  if (known === undefined) throw new Error(`no key ${keyId}`);
  const [ivBytes, sealedBytes, tagBytes] = [iv, sealed, tag].map((part) => Buffer.from(part, "base64url"));
  if (ivBytes === undefined || sealedBytes === undefined || tagBytes === undefined)
    throw new Error("not an encrypted value");
  const bound = boundTo(name, keyId, cell);
  return suites[name].open(known.key, ivBytes, bound, sealedBytes, tagBytes).toString("utf8");
}

/** Whether a stored value was made with an older key or another suite than today's and should be made anew. */
export function isOutdatedField(stored: string): boolean {
  return !stored.startsWith(`v1:${env().CIPHER_SUITE}:${keys()[0]?.id}:`);
}

/**
 * The keyed hash by which an encrypted value is found again. Every column has a key of its own, none of them an
 * encryption key; the value must come in its normal form.
 */
export function blindIndex(column: `${string}.${string}`, normalized: string): string {
  const key = derived(env().INDEX_KEY, `blind index ${column}`, 32);
  return createHmac("sha256", key).update(normalized).digest("hex");
}

function isSuite(name: string): name is SuiteName {
  return name in suites;
}

function boundTo(suite: string, keyId: string, { table, column, rowId }: Cell): Buffer {
  return Buffer.from(["v1", suite, keyId, table, column, rowId.toString()].join("‖"));
}

function keys(): { id: string; key: Buffer }[] {
  return env()
    .FIELD_KEY.split(",")
    .map((secret) => {
      const key = derived(secret.trim(), "field key", 32);
      return { id: createHash("sha256").update("kid").update(key).digest("hex").slice(0, 8), key };
    });
}

function subkey(key: Buffer, use: string, bytes: number): Buffer {
  return derived(key.toString("base64"), use, bytes);
}

// Lengths go in front, or a boundary between two parts could be moved without the tag noticing.
function sm3Tag(key: Buffer, iv: Buffer, bound: Buffer, sealed: Buffer): Buffer {
  const mac = createHmac("sm3", subkey(key, "hmac-sm3", 32));
  for (const part of [iv, bound, sealed]) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    mac.update(length).update(part);
  }
  return mac.digest();
}

const derivedKeys = new Map<string, Buffer>();

function derived(secret: string, use: string, bytes: number): Buffer {
  const name = `${use}\n${bytes}\n${secret}`;
  const known = derivedKeys.get(name);
  if (known !== undefined) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "district-union-portal", use, bytes));
  derivedKeys.set(name, key);
  return key;
}
