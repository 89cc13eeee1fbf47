import type { ChainRow } from "./audit-chain";
import type { Tx } from "./db";

type Row = {
  id: string;
  has_line: boolean;
  at: string;
  account_id: string | null;
  actor_name: string;
  roles: string[];
  union_id: number | null;
  command: string;
  subject: string | null;
  outcome: string;
  detail: string;
  request_id: string;
  seq: string | null;
  prev_hash: string;
  hash: string;
  sealed_at: string;
};

/**
 * The rows of the chain after one number up to another, in order: entries with their seals, entries without, and
 * seals whose entry is gone. At most `limit` rows.
 */
export async function readChainRows(tx: Tx, after: bigint, upTo: bigint, limit: number): Promise<ChainRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with numbers as (
      (select id from audit_entry where id > ${after} and id <= ${upTo} order by id limit ${limit})
      union
      (select entry_id from audit_seal where entry_id > ${after} and entry_id <= ${upTo} order by entry_id limit ${limit})
      order by 1 limit ${limit})
    select n.id::text, e.id is not null has_line,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at, e.account_id::text, e.actor_name, e.roles,
      e.union_id, e.command, e.subject, e.outcome, e.detail::text, e.request_id,
      s.seq::text, s.prev_hash, s.hash,
      to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') sealed_at
    from numbers n left join audit_entry e on e.id = n.id left join audit_seal s on s.entry_id = n.id
    order by n.id`;
  return rows.map(toChainRow);
}

function toChainRow(row: Row): ChainRow {
  const { id, at, roles, command, subject, outcome, detail, hash } = row;
  const line = {
    id,
    at,
    accountId: row.account_id,
    actorName: row.actor_name,
    roles,
    unionId: row.union_id,
    command,
    subject,
    outcome,
    detail,
    requestId: row.request_id,
  };
  const seal =
    row.seq === null
      ? null
      : { seq: row.seq, entryId: id, prevHash: row.prev_hash, hash, sealedAt: row.sealed_at };
  return { id, line: row.has_line ? line : null, seal };
}
