import { randomUUID } from "node:crypto";
import pg from "pg";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/server/env";
import { newSecret, secretHash } from "@/lib/server/one-time-link";

// A new installation has nobody who could invite its first 系统管理员, so the owner of the database does it once;
// that person invites the others and appoints the first 安全管理员.
const first = { login: "xitong", name: "系统管理员", role: "SYSTEM_ADMIN" };

const owner = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
await owner.connect();
try {
  await owner.query("begin");
  await owner.query("lock table account in share row exclusive mode");
  const existing = await owner.query("select 1 from account limit 1");
  if (existing.rowCount === 0) process.stdout.write(`${await createFirst()}\n`);
  await owner.query("commit");
} finally {
  await owner.end();
}

async function createFirst(): Promise<string> {
  const unionId = await districtUnion();
  const secret = newSecret();
  await owner.query(
    `with who as (insert into person (name) values ($1) returning id),
       opened as (insert into account (login, person_id) select $2, id from who returning id, person_id),
       granted as (insert into role_grant (person_id, union_id, role, starts_on, reason)
         select person_id, $3, $4::role, $5, '首次安装' from opened),
       noted as (insert into audit_entry (actor_name, roles, union_id, command, subject, outcome, detail, request_id)
         select '系统', '{}', $3, 'accounts.createFirst', 'account:' || id, 'DONE', jsonb_build_object('login', $2::text), $6 from opened)
     insert into one_time_link (token_hash, account_id, purpose, expires_at)
     select $7, id, 'ACTIVATE', now() + make_interval(hours => setting('LINK_HOURS')) from opened`,
    [first.name, first.login, unionId, first.role, today(), randomUUID(), secretHash(secret)],
  );
  return new URL(`/activate/${secret}`, env().ORIGIN).href;
}

/** The district itself, made under a plain name when the installation is empty; its name is changed on its page. */
async function districtUnion(): Promise<number> {
  const known = await owner.query<{ id: number }>("select id from trade_union where level = 'DISTRICT'");
  if (known.rows[0] !== undefined) return known.rows[0].id;
  const made = await owner.query<{ id: number }>(
    `insert into trade_union (id, path, level, name) select id, array[id], 'DISTRICT', '区总工会'
     from nextval('trade_union_id_seq') as id returning id`,
  );
  const id = made.rows[0]?.id;
  if (id === undefined) throw new Error("the district could not be made");
  return id;
}
