import { today } from "@/lib/core/dates";
import type { Actor, Grant } from "./actor";
import { asGate, type Tx } from "./db";

type Row = {
  account_id: bigint;
  person_id: bigint;
  name: string;
  grants: Grant[];
};

/** Who an account is today: the person, and the roles that run on this day with their subtrees. Null when disabled. */
export function loadActor(accountId: bigint, sessionId: bigint | null = null): Promise<Actor | null> {
  return asGate((tx) => loadActorIn(tx, accountId, sessionId));
}

/** As `loadActor`, inside a transaction of the gate. */
export async function loadActorIn(
  tx: Tx,
  accountId: bigint,
  sessionId: bigint | null,
): Promise<Actor | null> {
  const on = today();
  const rows = await tx.$queryRaw<Row[]>`
    select a.id account_id, a.person_id, p.name, coalesce((
      select json_agg(json_build_object('role', g.role, 'unionId', g.union_id, 'unionName', u.name,
        'above', array(select o.name from unnest(u.path) with ordinality step (id, place) join trade_union o on o.id = step.id
                       where o.id <> u.id order by step.place),
        'subtree', array(select s.id from trade_union s where s.path @> array[g.union_id] order by s.id)) order by cardinality(u.path), u.id, g.role)
      from role_grant g join trade_union u on u.id = g.union_id
      where g.person_id = a.person_id and g.revoked_at is null
        and g.starts_on <= ${on}::date and (g.ends_on is null or g.ends_on >= ${on}::date)), '[]') grants
    from account a join person p on p.id = a.person_id
    where a.id = ${accountId} and a.status = 'ACTIVE'`;
  const row = rows[0];
  if (row === undefined) return null;
  const { person_id: personId, name, grants } = row;
  return { accountId: row.account_id, personId, name, grants, sessionId, systemReason: null };
}
