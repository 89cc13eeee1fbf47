import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/core/errors";
import { type Actor, onlyUnionOf } from "./actor";
import { writeAudit } from "./audit";
import { asGate, type Tx } from "./db";
import { loadActorIn } from "./load-actor";
import { secretHash } from "./one-time-link";
import { hashPassword, passwordFaults, passwordMatches } from "./password";
import { type Caller, claimAttempt, clearFailures } from "./sign-in";

export type LinkPurpose = "ACTIVATE" | "RESET";

type Owner = { account_id: bigint; person_id: bigint; login: string; name: string };

const spent = "链接已失效：可能已经用过、超过有效时间，或管理员又发了新的链接";

/** Whose one-time link this is, while it can still be used; null afterwards and for anything invented. */
export function ownerOfLink(
  secret: string,
  purpose: LinkPurpose,
): Promise<{ login: string; name: string } | null> {
  return asGate(async (tx) => {
    const owner = await findOwner(tx, secret, purpose);
    return owner && { login: owner.login, name: owner.name };
  });
}

/**
 * Sets the password by a one-time link: the link is used up, an invited account becomes active, all sessions of
 * the account end. Refuses a spent link and a password against the policy; a refused password keeps the link.
 */
export async function setPasswordByLink(
  secret: string,
  purpose: LinkPurpose,
  password: string,
): Promise<{ login: string }> {
  const owner = await asGate((tx) => findOwner(tx, secret, purpose));
  if (owner === null) throw new Refusal("NOT_FOUND", spent);
  requireGoodPassword(password, owner);
  const passwordHash = await hashPassword(password);
  await asGate(async (tx) => {
    const used = await tx.$executeRaw`
      update one_time_link set used_at = now()
      where token_hash = ${secretHash(secret)} and used_at is null and expires_at > now()`;
    if (used === 0) throw new Refusal("NOT_FOUND", spent);
    await storePassword(tx, owner, passwordHash);
    await noteChange(tx, owner, purpose === "ACTIVATE" ? "account.activate" : "account.resetPassword");
  });
  return { login: owner.login };
}

/** Changes one's own password; wrong guesses at the present one count as failed sign-ins. All other sessions end. */
export async function changePassword(
  actor: Actor,
  input: { current: string; next: string },
  caller: Caller,
): Promise<void> {
  const owner = await asGate((tx) => findOwnerOfAccount(tx, actor.accountId));
  if (owner === null) throw new Refusal("FORBIDDEN", "此操作须由本人登录后办理");
  if ((await claimAttempt(owner.login, caller)) === null) {
    throw new Refusal("FORBIDDEN", "输错次数过多，请稍后再试");
  }
  if (!(await passwordMatches(owner.password_hash, input.current))) {
    const message = "现用密码不正确";
    throw new Refusal("INVALID", message, [{ path: "current", message }]);
  }
  requireGoodPassword(input.next, owner, "next");
  if (input.next === input.current) {
    const message = "新密码不能与现用密码相同";
    throw new Refusal("INVALID", message, [{ path: "next", message }]);
  }
  const passwordHash = await hashPassword(input.next);
  await asGate(async (tx) => {
    await storePassword(tx, owner, passwordHash, actor.sessionId);
    await noteChange(tx, owner, "account.changePassword");
  });
}

function requireGoodPassword(
  password: string,
  owner: { login: string; name: string },
  path = "password",
): void {
  const faults = passwordFaults(password, owner);
  if (faults.length === 0) return;
  const message = `密码不符合要求：${faults.join("；")}`;
  throw new Refusal("INVALID", message, [{ path, message: faults.join("；") }]);
}

async function findOwner(tx: Tx, secret: string, purpose: LinkPurpose): Promise<Owner | null> {
  const rows = await tx.$queryRaw<Owner[]>`
    select a.id account_id, a.person_id, a.login, p.name
    from one_time_link l join account a on a.id = l.account_id join person p on p.id = a.person_id
    where l.token_hash = ${secretHash(secret)} and l.purpose = ${purpose}::link_purpose
      and l.used_at is null and l.expires_at > now() and a.status <> 'DISABLED'`;
  return rows[0] ?? null;
}

async function findOwnerOfAccount(
  tx: Tx,
  accountId: bigint | null,
): Promise<(Owner & { password_hash: string | null }) | null> {
  const rows = await tx.$queryRaw<(Owner & { password_hash: string | null })[]>`
    select a.id account_id, a.person_id, a.login, p.name, a.password_hash
    from account a join person p on p.id = a.person_id where a.id = ${accountId} and a.status = 'ACTIVE'`;
  return rows[0] ?? null;
}

async function storePassword(
  tx: Tx,
  owner: Owner,
  passwordHash: string,
  keptSession: bigint | null = null,
): Promise<void> {
  const stored = await tx.$executeRaw`
    update account set password_hash = ${passwordHash}, status = 'ACTIVE', password_changed_at = now()
    where id = ${owner.account_id} and status <> 'DISABLED'`;
  if (stored === 0) throw new Refusal("NOT_FOUND", spent);
  // Every other link of the account dies with this one.
  await tx.$executeRaw`
    update one_time_link set used_at = now() where account_id = ${owner.account_id} and used_at is null`;
  await tx.$executeRaw`
    update auth_session set ended_at = now(), end_reason = 'PASSWORD'
    where account_id = ${owner.account_id} and ended_at is null and id is distinct from ${keptSession}`;
  await clearFailures(tx, owner.login);
}

async function noteChange(tx: Tx, owner: Owner, command: string): Promise<void> {
  const { account_id: accountId, person_id: personId, name } = owner;
  const loaded = await loadActorIn(tx, accountId, null);
  const grants = loaded?.grants ?? [];
  const actor: Actor = { accountId, personId, name, grants, sessionId: null, systemReason: null };
  const line = {
    subject: `account:${accountId}`,
    unionId: onlyUnionOf(actor),
    detail: {},
    requestId: randomUUID(),
  };
  await writeAudit(tx, { ...line, actor, command, outcome: "DONE" }, null);
}
