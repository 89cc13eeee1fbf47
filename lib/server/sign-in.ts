import { createHmac, randomUUID } from "node:crypto";
import { type Actor, onlyUnionOf } from "./actor";
import { writeAudit } from "./audit";
import { asGate, type Tx } from "./db";
import { env } from "./env";
import { loadActorIn } from "./load-actor";
import { newSecret, secretHash } from "./one-time-link";
import { hashPassword, isOutdatedHash, longestPassword, passwordMatches } from "./password";
import { type SettingCode, settingIn } from "./settings";

const noAccount = 0n;

/** Where a sign-in comes from, as the web server saw it. */
export type Caller = { ip: string; userAgent: string | null };

export type SignInOutcome = { ok: true; sessionSecret: string } | { ok: false; reason: "REFUSED" | "PAUSED" };

type Known = { id: bigint; person_id: bigint; name: string; status: string; password_hash: string | null };

/**
 * Checks a login and password and opens a session. Unknown, disabled and mistyped give the same answer for the
 * same work; too many failures of one login (known or not) or one address give PAUSED.
 */
export async function signIn(login: string, password: string, caller: Caller): Promise<SignInOutcome> {
  const normalized = normalizeLogin(login);
  const attempt = await claimAttempt(normalized, caller);
  if (attempt === null) return { ok: false, reason: "PAUSED" };
  const known = await findAccount(normalized);
  const stored = known?.status === "ACTIVE" ? known.password_hash : null;
  const isRight = [...password].length <= longestPassword && (await passwordMatches(stored, password));
  if (!isRight || known === null || stored === null) {
    await recordFailure(normalized, known, caller);
    return { ok: false, reason: "REFUSED" };
  }
  const better = isOutdatedHash(stored) ? await hashPassword(password) : null;
  return asGate(async (tx) => {
    await clearFailures(tx, normalized);
    if (better !== null) {
      // Only where nobody changed the password in between.
      await tx.account.updateMany({
        where: { id: known.id, passwordHash: stored },
        data: { passwordHash: better },
      });
    }
    return { ok: true, sessionSecret: await openSession(tx, known, caller) };
  });
}

/** A login as it is looked up and counted: width and case do not matter. */
export function normalizeLogin(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase().slice(0, 64);
}

/** The key under which failures of a login are counted, so that the table holds no typed text. */
export function loginHash(login: string): string {
  return createHmac("sha256", env().INDEX_KEY).update(`login|${login}`).digest("hex");
}

/**
 * Takes one of the few tries a login and an address have, before the password is looked at: of a thousand
 * tries at once only the first few are ever evaluated. A success gives the login's tries back.
 */
export async function claimAttempt(login: string, caller: Caller): Promise<bigint | null> {
  const key = loginHash(login);
  return asGate(async (tx) => {
    // Always address first, then login, so that two callers never wait for each other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`ip:${caller.ip}`}, 0))`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`login:${key}`}, 0))`;
    const rows = await tx.$queryRaw<{ id: bigint }[]>`
      with recent as (
        select login_hash, ip from sign_in_failure
        where (login_hash = ${key} or ip = ${caller.ip}) and at > now() - make_interval(mins => setting('SIGN_IN_WINDOW_MINUTES')))
      insert into sign_in_failure (login_hash, ip) select ${key}, ${caller.ip}
      where (select count(*) from recent where login_hash = ${key}) < setting('SIGN_IN_FAILURES_PER_ACCOUNT')
        and (select count(*) from recent where ip = ${caller.ip}) < setting('SIGN_IN_FAILURES_PER_ADDRESS')
      returning id`;
    return rows[0]?.id ?? null;
  });
}

/** Forgets the failures of a login, after a success or when its owner got a new password. */
export async function clearFailures(tx: Tx, login: string): Promise<void> {
  await tx.signInFailure.deleteMany({ where: { loginHash: loginHash(login) } });
}

async function findAccount(login: string): Promise<Known | null> {
  const rows = await asGate(
    (tx) => tx.$queryRaw<Known[]>`
      select a.id, a.person_id, p.name, a.status::text, a.password_hash
      from account a join person p on p.id = a.person_id where a.login = ${login}`,
  );
  return rows[0] ?? null;
}

/** Opens a session of an account and returns its secret; the oldest ones beyond the permitted number end. */
async function openSession(tx: Tx, known: Known, caller: Caller): Promise<string> {
  const secret = newSecret();
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`session:${known.id}`}, 0))`;
  await tx.$executeRaw`
    update auth_session set ended_at = now(), end_reason = 'ELSEWHERE' where id in (
      select id from auth_session where account_id = ${known.id} and ended_at is null
        and expires_at > now() and last_seen_at > now() - make_interval(mins => setting('SESSION_IDLE_MINUTES'))
      order by created_at desc, id desc offset setting('SESSIONS_PER_ACCOUNT') - 1)`;
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    insert into auth_session (token_hash, account_id, expires_at, ip, user_agent)
    values (${secretHash(secret)}, ${known.id}, now() + make_interval(hours => setting('SESSION_HOURS')),
            ${caller.ip}, ${caller.userAgent?.slice(0, 300) ?? null}) returning id`;
  await note(tx, known, "session.signIn", { ip: caller.ip, session: rows[0]?.id.toString() ?? "" });
  return secret;
}

async function recordFailure(login: string, known: Known | null, caller: Caller): Promise<void> {
  await asGate(async (tx) => {
    const limit = await settingIn(tx, "SIGN_IN_FAILURES_PER_ACCOUNT");
    const count = await failuresIn(tx, login);
    await note(tx, known, "session.signInFailed", { ip: caller.ip, login: loginHash(login).slice(0, 16) });
    if (count >= limit) {
      await note(tx, known, "session.signInPaused", { ip: caller.ip, login: loginHash(login).slice(0, 16) });
    }
  });
}

async function failuresIn(tx: Tx, login: string): Promise<number> {
  const window: SettingCode = "SIGN_IN_WINDOW_MINUTES";
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int from sign_in_failure
    where login_hash = ${loginHash(login)} and at > now() - make_interval(mins => setting(${window}))`;
  return rows[0]?.count ?? 0;
}

/** Leaves the audit line of a sign-in event; an unknown login is nobody and leaves only its keyed hash. */
async function note(
  tx: Tx,
  known: Known | null,
  command: string,
  detail: Record<string, string>,
): Promise<void> {
  // Asked for an unknown login too, so that the answer takes as long as for a known one.
  const loaded = await loadActorIn(tx, known?.id ?? noAccount, null);
  const actor: Actor = {
    accountId: known?.id ?? null,
    personId: known?.person_id ?? null,
    name: known?.name ?? "未登录",
    grants: loaded?.grants ?? [],
    sessionId: null,
    systemReason: null,
  };
  const outcome = command === "session.signIn" ? "DONE" : "REFUSED";
  const subject = known === null ? "" : `account:${known.id}`;
  const requestId = randomUUID();
  await writeAudit(
    tx,
    { actor, command, outcome, subject, unionId: onlyUnionOf(actor), detail, requestId },
    null,
  );
}
