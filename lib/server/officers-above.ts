import type { Role } from "@/generated/prisma/enums";
import { today } from "@/lib/core/dates";
import { asGate } from "./db";

type Row = { role: Role; name: string; union_name: string };

/**
 * The officers of the unions above one, nearest first: who can act where a small union has nobody. A union's own
 * people do not see the rows above them, but the name of whom to ask is no secret; nothing else leaves.
 */
export async function officersAbove(
  unionId: number,
): Promise<{ role: Role; name: string; unionName: string }[]> {
  const on = today();
  const rows = await asGate(
    (tx) => tx.$queryRaw<Row[]>`
      select g.role::text role, p.name, above.name union_name
      from trade_union u join trade_union above on above.id = any (u.path) and above.id <> u.id
      join role_grant g on g.union_id = above.id and g.revoked_at is null
        and g.starts_on <= ${on}::date and (g.ends_on is null or g.ends_on >= ${on}::date)
        and g.role in ('CHAIR', 'DIRECT_ADMIN', 'DISTRICT_LEADER', 'DISTRICT_FUND_REVIEW')
      join person p on p.id = g.person_id
      where u.id = ${unionId} order by cardinality(above.path) desc, g.id`,
  );
  return rows.map(({ role, name, union_name }) => ({ role, name, unionName: union_name }));
}
