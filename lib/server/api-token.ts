import { randomUUID } from "node:crypto";
import { type Actor, systemActor } from "./actor";
import { writeAudit } from "./audit";
import { asGate, type Tx } from "./db";
import { loadActorIn } from "./load-actor";
import { newSecret, secretHash } from "./one-time-link";

const mark = "gh_";
const lifeSetting = "TOKEN_DAYS";

export type TokenLine = {
  id: string;
  label: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
};

/** Who a bearer token stands for; null for an unknown, revoked or outdated one and for a disabled account. */
export async function actorForToken(bearer: string): Promise<Actor | null> {
  if (!/^gh_[\w-]{43}$/.test(bearer)) return null;
  return asGate(async (tx) => {
    const rows = await tx.$queryRaw<{ account_id: bigint }[]>`
      with known as (
        select id, account_id, last_used_at from api_token
        where token_hash = ${secretHash(bearer)} and revoked_at is null and expires_at > now()
      ), used as (
        update api_token t set last_used_at = now() from known k
        where t.id = k.id and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute'))
      select account_id from known`;
    const row = rows[0];
    return row === undefined ? null : loadActorIn(tx, row.account_id, null);
  });
}

/** Makes a token for an active account and returns it, the only time it is readable; null for an unknown login. */
export async function issueToken(
  login: string,
  label: string,
): Promise<{ id: string; token: string } | null> {
  const token = mark + newSecret();
  return asGate(async (tx) => {
    const rows = await tx.$queryRaw<{ id: bigint }[]>`
      insert into api_token (token_hash, account_id, label, expires_at)
      select ${secretHash(token)}, id, ${label}, now() + make_interval(days => setting(${lifeSetting}))
      from account where login = ${login} and status = 'ACTIVE' returning id`;
    const row = rows[0];
    if (row === undefined) return null;
    await note(tx, "token.issue", row.id, { login, label });
    return { id: row.id.toString(), token };
  });
}

/** The tokens of a login, newest first, without their secrets. */
export function listTokens(login: string): Promise<TokenLine[]> {
  return asGate(
    (tx) => tx.$queryRaw<TokenLine[]>`
      select t.id::text, t.label, t.created_at "createdAt", t.expires_at "expiresAt", t.revoked_at "revokedAt",
        t.last_used_at "lastUsedAt"
      from api_token t join account a on a.id = t.account_id where a.login = ${login} order by t.id desc`,
  );
}

/** Revokes a token of a login; false when there is no such token or it is revoked already. */
export function revokeToken(login: string, id: bigint): Promise<boolean> {
  return asGate(async (tx) => {
    const count = await tx.$executeRaw`
      update api_token t set revoked_at = now() from account a
      where t.account_id = a.id and a.login = ${login} and t.id = ${id} and t.revoked_at is null`;
    if (count === 1) await note(tx, "token.revoke", id, { login });
    return count === 1;
  });
}

async function note(tx: Tx, command: string, id: bigint, detail: Record<string, string>): Promise<void> {
  const line = { subject: `token:${id}`, unionId: null, detail, requestId: randomUUID() };
  const actor = systemActor("命令行维护接口令牌");
  await writeAudit(tx, { ...line, actor, command, outcome: "DONE" }, null);
}
