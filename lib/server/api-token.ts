import type { Actor } from "./actor";
import { asGate } from "./db";
import { loadActorIn } from "./load-actor";
import { secretHash } from "./one-time-link";

/** Whose token a bearer secret is, with the roles of today; null when unknown, revoked or expired. */
export function actorForToken(bearer: string): Promise<Actor | null> {
  return asGate(async (tx) => {
    const rows = await tx.$queryRaw<{ account_id: bigint }[]>`
      with known as (
        select id, account_id, last_used_at from api_token
        where token_hash = ${secretHash(bearer)} and revoked_at is null and expires_at > now()
      ), used as (
        update api_token t set last_used_at = now() from known k
        where t.id = k.id and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
      )
      select account_id from known`;
    const row = rows[0];
    return row === undefined ? null : loadActorIn(tx, row.account_id, null);
  });
}
