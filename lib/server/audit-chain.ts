import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "@/lib/core/json";

/** One audit entry exactly as it is sealed: times to the microsecond and details as the database's own text. */
export type AuditLine = {
  id: string;
  at: string;
  accountId: string | null;
  actorName: string;
  roles: string[];
  unionId: number | null;
  command: string;
  subject: string | null;
  outcome: string;
  detail: string;
  requestId: string;
};

export type Seal = { seq: string; entryId: string; prevHash: string; hash: string; sealedAt: string };

/** One number of the log: an entry, its seal, or both. */
export type ChainRow = { id: string; line: AuditLine | null; seal: Seal | null };

/** The last line of the chain at some moment; kept elsewhere, it proves that nothing before it was taken away. */
export const headSchema = z.strictObject({
  seq: z.string().regex(/^[1-9]\d*$/),
  entryId: z.string().regex(/^[1-9]\d*$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.string(),
  exportedAt: z.string(),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Head = z.infer<typeof headSchema>;

/** What is wrong with the chain, at its first wrong line. */
export type ChainFault = {
  kind: "BROKEN" | "MISSING" | "EXTRA";
  entryId: string | null;
  seq: string | null;
  sentence: string;
};

/** What the first seal follows. */
export const genesisHash = "0".repeat(64);

/**
 * The seal of one line: HMAC-SHA256 over the line, its place, the seal before it and the time of sealing. Without the
 * key nobody can make another chain that fits; with the key, an exported head still gives it away.
 */
export function sealHash(key: string, seal: Omit<Seal, "hash" | "entryId">, line: AuditLine): string {
  const { seq, prevHash, sealedAt } = seal;
  return createHmac("sha256", key)
    .update(`audit-seal/1\n${canonicalJson({ seq, prevHash, sealedAt, line })}`)
    .digest("hex");
}

/** The head's own seal, so that a head file can be checked with the key and without the database. */
export function headMac(key: string, head: Omit<Head, "mac">): string {
  const { seq, entryId, hash, sealedAt, exportedAt } = head;
  return createHmac("sha256", key)
    .update(`audit-head/1\n${canonicalJson({ seq, entryId, hash, sealedAt, exportedAt })}`)
    .digest("hex");
}

/** Whether a head file was made with this key and not changed since. */
export function isGenuineHead(key: string, head: Head): boolean {
  return timingSafeEqual(Buffer.from(head.mac, "hex"), Buffer.from(headMac(key, head), "hex"));
}

/** Walks the chain row by row in the order of the numbers and stops at the first fault. */
export class ChainWalk {
  readonly #key: string;
  readonly #heads: readonly Head[];
  #last: Pick<Seal, "seq" | "hash"> = { seq: "0", hash: genesisHash };
  #unsealed: AuditLine | null = null;

  constructor(key: string, heads: readonly Head[] = [], start?: Pick<Seal, "seq" | "hash">) {
    this.#key = key;
    this.#heads = heads;
    if (start !== undefined) this.#last = start;
  }

  /** How many lines have been found in order. */
  get length(): string {
    return this.#last.seq;
  }

  /** Takes the next row; answers the first fault, or null while all is well. */
  next({ id, line, seal }: ChainRow): ChainFault | null {
    if (seal === null) {
      this.#unsealed ??= line;
      return null;
    }
    if (this.#unsealed !== null) return extra(this.#unsealed);
    const expected = (BigInt(this.#last.seq) + 1n).toString();
    if (seal.seq !== expected) return unexpectedPlace(expected, seal);
    if (line === null) return missing(seal);
    const isWhole =
      seal.entryId === id &&
      seal.prevHash === this.#last.hash &&
      seal.hash === sealHash(this.#key, seal, line);
    if (!isWhole) return broken(seal, "内容与封存时不一致");
    const head = this.#heads.find((one) => one.seq === seal.seq);
    if (head !== undefined && (head.hash !== seal.hash || head.entryId !== seal.entryId))
      return broken(seal, "与导出的链头不一致，此行或此前的行已被整段改写");
    this.#last = seal;
    return null;
  }

  /** What the end of the chain says: lines that a head proves are gone, or an entry that never got its seal. */
  end(): ChainFault | null {
    if (this.#unsealed !== null) return extra(this.#unsealed);
    const longest = this.#heads.find((head) => BigInt(head.seq) > BigInt(this.#last.seq));
    if (longest === undefined) return null;
    const seq = (BigInt(this.#last.seq) + 1n).toString();
    const sentence = `缺失：链到第 ${this.#last.seq} 行为止，导出的链头证明曾有第 ${longest.seq} 行`;
    return { kind: "MISSING", entryId: null, seq, sentence };
  }
}

function extra(line: AuditLine): ChainFault {
  const sentence = `多出：日志 ${line.id} 不在链上，是封存之后插入的，或它的封条被取走`;
  return { kind: "EXTRA", entryId: line.id, seq: null, sentence };
}

function missing(seal: Seal): ChainFault {
  const sentence = `缺失：链上第 ${seal.seq} 行对应的日志 ${seal.entryId} 已不存在`;
  return { kind: "MISSING", entryId: seal.entryId, seq: seal.seq, sentence };
}

function broken(seal: Seal, why: string): ChainFault {
  const sentence = `改动：链上第 ${seal.seq} 行（日志 ${seal.entryId}）${why}`;
  return { kind: "BROKEN", entryId: seal.entryId, seq: seal.seq, sentence };
}

function unexpectedPlace(expected: string, seal: Seal): ChainFault {
  if (BigInt(seal.seq) < BigInt(expected)) return broken(seal, "的次序不对");
  const sentence = `缺失：链上第 ${expected} 行不见了（下一行是第 ${seal.seq} 行，日志 ${seal.entryId}）`;
  return { kind: "MISSING", entryId: null, seq: expected, sentence };
}
