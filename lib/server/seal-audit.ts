import { type AuditLine, genesisHash, type Seal, sealHash } from "./audit-chain";
import { readChainRows } from "./audit-rows";
import { asGate, type Tx } from "./db";
import { env } from "./env";

/** Numbers up to `upTo` were drawn by transactions older than `xid`: once those have ended, no more will appear. */
type Fence = { upTo: bigint; xid: bigint };

const batchSize = 2_000;
// Any constant of our own; one sealer at a time in the whole installation.
const sealerLock = 4_151_013_002n;

let fence: Fence | null = null;

/**
 * Appends seals for the entries that are certain to be complete, in the order of their numbers; answers how many.
 *
 * An entry with a smaller number may commit after one with a larger number. So a fence is taken: first the last number
 * drawn, then a transaction id of our own. A number is only drawn by a transaction that already has its id (the
 * column's default sees to it), hence every number below the fence belongs to an older transaction; when the oldest
 * running transaction is not older than the fence, all of them are decided and visible. Business never waits for the
 * chain; a transaction that stays open only delays the sealing of what came after it.
 */
export function sealAudit(): Promise<number> {
  return asGate(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { free: boolean }[]
    >`select pg_try_advisory_xact_lock(${sealerLock}) free`;
    if (lock?.free !== true) return 0;
    fence ??= await takeFence(tx);
    if (!(await hasPassed(tx, fence))) return 0;
    const count = await sealUpTo(tx, fence.upTo);
    if (count < batchSize) fence = null;
    return count;
  });
}

async function takeFence(tx: Tx): Promise<Fence> {
  // Two statements on purpose: the number is read before the transaction id is drawn.
  const [drawn] = await tx.$queryRaw<{ last: bigint }[]>`select last_value last from audit_entry_id_seq`;
  const [own] = await tx.$queryRaw<{ xid: string }[]>`select pg_current_xact_id()::text xid`;
  return { upTo: drawn?.last ?? 0n, xid: BigInt(own?.xid ?? "0") };
}

async function hasPassed(tx: Tx, { xid }: Fence): Promise<boolean> {
  const [oldest] = await tx.$queryRaw<{ xid: string }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text xid`;
  return oldest !== undefined && BigInt(oldest.xid) >= xid;
}

async function sealUpTo(tx: Tx, upTo: bigint): Promise<number> {
  const [head] = await tx.$queryRaw<{ seq: bigint; entry_id: bigint; hash: string }[]>`
    select seq, entry_id, hash from audit_seal order by seq desc limit 1`;
  const rows = await readChainRows(tx, head?.entry_id ?? 0n, upTo, batchSize);
  const lines = rows.flatMap(({ line, seal }) => (line !== null && seal === null ? [line] : []));
  if (lines.length === 0) return 0;
  const [clock] = await tx.$queryRaw<{ at: string }[]>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at`;
  if (clock === undefined) throw new Error("the database told no time");
  await insertSeals(tx, sealsOf(lines, { seq: head?.seq ?? 0n, hash: head?.hash ?? genesisHash }, clock.at));
  return lines.length;
}

function sealsOf(lines: readonly AuditLine[], last: { seq: bigint; hash: string }, sealedAt: string): Seal[] {
  const key = env().AUDIT_KEY;
  let { seq, hash: prevHash } = last;
  return lines.map((line) => {
    seq += 1n;
    const place = { seq: seq.toString(), prevHash, sealedAt };
    prevHash = sealHash(key, place, line);
    return { ...place, entryId: line.id, hash: prevHash };
  });
}

async function insertSeals(tx: Tx, seals: readonly Seal[]): Promise<void> {
  await tx.$executeRaw`
    insert into audit_seal (seq, entry_id, prev_hash, hash, sealed_at)
    select seq::bigint, entry_id::bigint, prev_hash, hash, sealed_at::timestamptz
    from unnest(${seals.map((seal) => seal.seq)}::text[], ${seals.map((seal) => seal.entryId)}::text[],
      ${seals.map((seal) => seal.prevHash)}::text[], ${seals.map((seal) => seal.hash)}::text[],
      ${seals.map((seal) => seal.sealedAt)}::text[]) as s (seq, entry_id, prev_hash, hash, sealed_at)`;
}
