import { randomUUID } from "node:crypto";
import { type Actor, onlyUnionOf } from "./actor";
import { writeAudit } from "./audit";
import { asGate } from "./db";
import { loadActorIn } from "./load-actor";
import { secretHash } from "./one-time-link";

/** Why a session is over; the sign-in page has a sentence for each. */
export type EndReason = "IDLE" | "EXPIRED" | "SIGNED_OUT" | "ELSEWHERE" | "ENDED" | "PASSWORD" | "DISABLED";

export type SessionCheck =
  | { state: "NONE" }
  | { state: "ENDED"; reason: string }
  | { state: "LIVE"; actor: Actor; term: { now: number; expiresAt: number } };

type Row = {
  id: bigint;
  account_id: bigint;
  end_reason: string | null;
  now: Date;
  ends_at: Date;
};

/**
 * What a session's secret is worth at this moment, by the database. `touch` notes at most once a minute that the
 * person was there, `prolong` always, `look` never.
 */
export function checkSession(secret: string, manner: "touch" | "prolong" | "look"): Promise<SessionCheck> {
  const pause = { touch: 60, prolong: 0, look: null }[manner];
  return asGate(async (tx): Promise<SessionCheck> => {
    const rows = await tx.$queryRaw<Row[]>`
      with known as (
        select s.*, s.last_seen_at + make_interval(mins => setting('SESSION_IDLE_MINUTES')) idle_at
        from auth_session s where s.token_hash = ${secretHash(secret)}
      ), seen as (
        update auth_session s set last_seen_at = now() from known k
        where s.id = k.id and k.ended_at is null and now() < least(k.idle_at, k.expires_at)
          and k.last_seen_at <= now() - make_interval(secs => ${pause}::int)
        returning s.id, s.last_seen_at + make_interval(mins => setting('SESSION_IDLE_MINUTES')) idle_at
      )
      select k.id, k.account_id, now() as now, least(coalesce(seen.idle_at, k.idle_at), k.expires_at) ends_at,
        case when k.ended_at is not null then coalesce(k.end_reason, 'ENDED')
             when now() >= k.expires_at then 'EXPIRED'
             when now() >= k.idle_at then 'IDLE' end end_reason
      from known k left join seen on seen.id = k.id`;
    const row = rows[0];
    if (row === undefined) return { state: "NONE" };
    if (row.end_reason !== null) return { state: "ENDED", reason: row.end_reason };
    const actor = await loadActorIn(tx, row.account_id, row.id);
    if (actor === null) return { state: "ENDED", reason: "DISABLED" };
    return { state: "LIVE", actor, term: { now: row.now.getTime(), expiresAt: row.ends_at.getTime() } };
  });
}

/** Ends the session a secret belongs to, with its audit line; a session that is over stays as it is. */
export async function endSessionBySecret(secret: string, reason: EndReason): Promise<void> {
  await asGate(async (tx) => {
    const rows = await tx.$queryRaw<{ id: bigint; account_id: bigint }[]>`
      update auth_session set ended_at = now(), end_reason = ${reason}
      where token_hash = ${secretHash(secret)} and ended_at is null returning id, account_id`;
    const row = rows[0];
    if (row === undefined) return;
    const actor = await loadActorIn(tx, row.account_id, row.id);
    if (actor === null) return;
    const line = { command: "session.signOut", outcome: "DONE", requestId: randomUUID() } as const;
    await writeAudit(
      tx,
      { ...line, actor, subject: `session:${row.id}`, unionId: onlyUnionOf(actor), detail: { reason } },
      null,
    );
  });
}
