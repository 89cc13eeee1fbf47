import type { Role } from "@/generated/prisma/enums";
import { asGate } from "./db";
import { env } from "./env";
import { roleLabels } from "./permissions";

/** The one password of the demo district's accounts; it is no secret and no real installation has such accounts. */
export const demoPassword = "Yanshi-Zhanghao-2026";

export type DemoAccount = { login: string; role: string; union: string; password: string };

/** The accounts of the demo district for its sign-in page; none unless this is a demo installation. */
export async function shownDemoAccounts(): Promise<DemoAccount[]> {
  if (env().DEMO !== "1") return [];
  const rows = await asGate(
    (tx) => tx.$queryRaw<{ login: string; role: Role; union_name: string; unions: number }[]>`
      select distinct on (a.id) a.login, g.role::text role, u.name union_name,
        (select count(distinct union_id)::int from role_grant x where x.person_id = a.person_id and x.revoked_at is null) unions
      from account a join role_grant g on g.person_id = a.person_id and g.revoked_at is null
      join trade_union u on u.id = g.union_id
      where a.status = 'ACTIVE' and a.created_by_id is null order by a.id, g.id`,
  );
  return rows.map(({ login, role, union_name, unions }) => ({
    login,
    role: roleLabels[role],
    union: unions > 1 ? `${union_name}等 ${unions} 家` : union_name,
    password: demoPassword,
  }));
}
