import { now } from "@/lib/core/dates";
import { type ChainFault, ChainWalk, type Head, headMac, isGenuineHead, type Seal } from "./audit-chain";
import { readChainRows } from "./audit-rows";
import { asGate, type Tx } from "./db";
import { env } from "./env";

const pageSize = 5_000;
const beforeAll = -(2n ** 63n);

/** What a check of the chain found: how long it is, what still waits for its seal, and the first fault. */
export type ChainReport = {
  fault: ChainFault | null;
  sealed: string;
  /** Entries of the last moments, not sealed yet. */
  waiting: number;
  oldestWaitingAt: string | null;
};

/**
 * Checks the whole chain, and that it still contains every exported head. Reads page by page, each in its own
 * transaction: everything up to the last seal is final, so what comes meanwhile cannot disturb it.
 */
export async function verifyAudit(heads: readonly Head[] = []): Promise<ChainReport> {
  const key = env().AUDIT_KEY;
  const forged = heads.find((head) => !isGenuineHead(key, head));
  if (forged !== undefined) return forgedHead(forged);
  const end = await asGate(lastSeal);
  const upTo = end === null ? beforeAll : BigInt(end.entryId);
  const walk = new ChainWalk(key, heads);
  const fault = (await walkPages(walk, upTo)) ?? walk.end();
  return { fault, sealed: walk.length, ...(await asGate((tx) => waitingAfter(tx, upTo))) };
}

async function walkPages(walk: ChainWalk, upTo: bigint): Promise<ChainFault | null> {
  for (let after = beforeAll; ; ) {
    const rows = await asGate((tx) => readChainRows(tx, after, upTo, pageSize));
    for (const row of rows) {
      const fault = walk.next(row);
      if (fault !== null) return fault;
    }
    const last = rows.at(-1);
    if (last === undefined) return null;
    after = BigInt(last.id);
  }
}

/** Checks the newest lines only, inside the caller's transaction; for a page that is opened often. */
export async function verifyNewest(tx: Tx, lines: number): Promise<ChainReport> {
  const end = await lastSeal(tx);
  const from = BigInt(end?.seq ?? "0") - BigInt(lines);
  const start = from > 0n ? await sealAt(tx, from) : null;
  const upTo = end === null ? beforeAll : BigInt(end.entryId);
  const walk = new ChainWalk(env().AUDIT_KEY, [], start ?? undefined);
  const rows = await readChainRows(tx, start === null ? beforeAll : BigInt(start.entryId), upTo, 2 * lines);
  let fault: ChainFault | null = null;
  for (const row of rows) {
    fault ??= walk.next(row);
  }
  return { fault: fault ?? walk.end(), sealed: end?.seq ?? "0", ...(await waitingAfter(tx, upTo)) };
}

/** The last line of the chain as a file to keep elsewhere; null while nothing is sealed. */
export async function currentHead(tx: Tx): Promise<Head | null> {
  const end = await lastSeal(tx);
  if (end === null) return null;
  const { seq, entryId, hash, sealedAt } = end;
  const head = { seq, entryId, hash, sealedAt, exportedAt: now().toISOString() };
  return { ...head, mac: headMac(env().AUDIT_KEY, head) };
}

async function lastSeal(tx: Tx): Promise<Seal | null> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`select seq from audit_seal order by seq desc limit 1`;
  return row === undefined ? null : sealAt(tx, row.seq);
}

async function sealAt(tx: Tx, seq: bigint): Promise<Seal | null> {
  const [seal] = await tx.$queryRaw<Seal[]>`
    select seq::text, entry_id::text "entryId", prev_hash "prevHash", hash,
      to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') "sealedAt"
    from audit_seal where seq = ${seq}`;
  return seal ?? null;
}

async function waitingAfter(
  tx: Tx,
  id: bigint,
): Promise<{ waiting: number; oldestWaitingAt: string | null }> {
  const [row] = await tx.$queryRaw<{ waiting: number; oldest: string | null }[]>`
    select count(*)::int waiting, to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') oldest
    from audit_entry where id > ${id}`;
  return { waiting: row?.waiting ?? 0, oldestWaitingAt: row?.oldest ?? null };
}

function forgedHead(head: Head): ChainReport {
  const sentence = `链头文件（第 ${head.seq} 行）不是用本平台的审计密钥导出的，或导出后被改动`;
  const fault: ChainFault = { kind: "BROKEN", entryId: head.entryId, seq: head.seq, sentence };
  return { fault, sealed: "0", waiting: 0, oldestWaitingAt: null };
}
