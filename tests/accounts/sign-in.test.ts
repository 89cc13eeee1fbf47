import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/server/db";
import { changePassword, ownerOfLink, setPasswordByLink } from "@/lib/server/new-password";
import { newSecret, secretHash } from "@/lib/server/one-time-link";
import { hashPassword } from "@/lib/server/password";
import { checkSession, endSessionBySecret } from "@/lib/server/session-check";
import { signIn } from "@/lib/server/sign-in";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

const password = "Chunfeng-Huayu-26";
const caller = { ip: "10.1.2.3", userAgent: "测试浏览器" };
let database: TestDatabase;
const sql = (text: string, values: unknown[] = []) =>
  asOwner<Record<string, unknown>>(database.ownerUrl, text, values);

beforeAll(async () => {
  database = await testDatabase();
  const passwordHash = await hashPassword(password);
  await sql(`insert into trade_union (id, path, level, name) values (1, '{1}', 'DISTRICT', '示范区总工会')`);
  await sql(`insert into person (id, name) values (1, '孙经办'), (2, '钱会计')`);
  await sql(
    `insert into account (id, login, person_id, status, password_hash) values
    (1, 'jingban', 1, 'ACTIVE', $1), (2, 'tingyong', 2, 'DISABLED', $1), (3, 'yaoqing', 2, 'INVITED', null)`,
    [passwordHash],
  );
  await sql(
    `insert into role_grant (person_id, union_id, role, starts_on, reason) values (1, 1, 'CLAIMANT', '2026-01-01', '试')`,
  );
});
beforeEach(async () => {
  await sql("delete from sign_in_failure");
  await sql("delete from auth_session");
});
afterAll(closeDatabase);

async function open(login = "jingban"): Promise<string> {
  const outcome = await signIn(login, password, caller);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.sessionSecret;
}

describe("signing in", () => {
  it("opens a session whose secret the database knows only as a hash", async () => {
    const secret = await open();
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    const rows = await sql("select token_hash, ip from auth_session");
    expect(rows).toEqual([{ token_hash: secretHash(secret), ip: caller.ip }]);
    const session = await checkSession(secret, "touch");
    expect(session).toMatchObject({
      state: "LIVE",
      actor: { name: "孙经办", grants: [{ role: "CLAIMANT" }] },
    });
  });

  it("takes the login in any case and width", async () => {
    expect(await signIn(" ＪＩＮＧＢＡＮ ", password, caller)).toMatchObject({ ok: true });
  });

  it("gives the same answer to an unknown, a disabled and an invited account and to a wrong password", async () => {
    const answers = [
      await signIn("nobody", password, caller),
      await signIn("tingyong", password, caller),
      await signIn("yaoqing", password, caller),
      await signIn("jingban", "Cuowu-Mima-2026", caller),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: false, reason: "REFUSED" })]),
    );
  });

  it("does not take passwords for each other that differ only behind the 72nd character", async () => {
    const long = `Aa1-${"长".repeat(80)}`;
    await sql("update account set password_hash = $1 where id = 1", [await hashPassword(`${long}甲`)]);
    expect(await signIn("jingban", `${long}乙`, caller)).toEqual({ ok: false, reason: "REFUSED" });
    expect(await signIn("jingban", `${long}甲`, caller)).toMatchObject({ ok: true });
    await sql("update account set password_hash = $1 where id = 1", [await hashPassword(password)]);
  });

  it("makes the hash anew when it was made at a lower cost", async () => {
    const { hash } = await import("@node-rs/argon2");
    const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await sql("update account set password_hash = $1 where id = 1", [cheap]);
    await open();
    const [row] = await sql("select password_hash from account where id = 1");
    expect(row?.["password_hash"]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("leaves a line for a success and for a failure, and never what was typed", async () => {
    await open();
    await signIn("jingban", "Cuowu-Mima-2026", caller);
    await signIn("mima-typed-as-login", "x", caller);
    const lines = await sql(
      "select command, outcome, account_id, roles, union_id is not null has_union, detail::text from audit_entry order by id desc limit 3",
    );
    expect(lines.map((line) => [line["command"], line["outcome"], line["account_id"]])).toEqual([
      ["session.signInFailed", "REFUSED", null],
      ["session.signInFailed", "REFUSED", "1"],
      ["session.signIn", "DONE", "1"],
    ]);
    expect(lines.map((line) => [line["roles"], line["has_union"]])).toEqual([
      [[], false],
      [["CLAIMANT"], true],
      [["CLAIMANT"], true],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Cuowu|mima-typed/);
  });
});

describe("guessing", () => {
  it("pauses a login after five failures, known or not, even for the right password", async () => {
    for (const login of ["jingban", "nobody"]) {
      for (let count = 0; count < 5; count += 1) await signIn(login, "Cuowu-Mima-2026", caller);
      expect(await signIn(login, password, caller)).toEqual({ ok: false, reason: "PAUSED" });
    }
    const lines = await sql(
      "select account_id from audit_entry where command = 'session.signInPaused' order by id",
    );
    expect(lines).toEqual([{ account_id: "1" }, { account_id: null }]);
  });

  it("lets the login in again when the pause is over", async () => {
    for (let count = 0; count < 5; count += 1) await signIn("jingban", "Cuowu-Mima-2026", caller);
    await sql("update sign_in_failure set at = at - interval '15 minutes 1 second'");
    expect(await signIn("jingban", password, caller)).toMatchObject({ ok: true });
  });

  it("evaluates at most five of forty tries that arrive at once", async () => {
    const tries = Array.from({ length: 40 }, () => signIn("jingban", "Cuowu-Mima-2026", caller));
    const reasons = (await Promise.all(tries)).map((answer) => (answer.ok ? "OK" : answer.reason));
    expect(reasons.filter((reason) => reason === "REFUSED")).toHaveLength(5);
    expect(reasons.filter((reason) => reason === "PAUSED")).toHaveLength(35);
  });

  it("pauses an address after thirty failures over many logins, and only that address", async () => {
    for (let count = 0; count < 30; count += 1) await signIn(`guess-${count}`, "Cuowu-Mima-2026", caller);
    expect(await signIn("jingban", password, caller)).toEqual({ ok: false, reason: "PAUSED" });
    expect(await signIn("jingban", password, { ...caller, ip: "10.9.9.9" })).toMatchObject({ ok: true });
  });
});

describe("a session", () => {
  it("is over the moment it is ended", async () => {
    const secret = await open();
    await endSessionBySecret(secret, "SIGNED_OUT");
    expect(await checkSession(secret, "touch")).toEqual({ state: "ENDED", reason: "SIGNED_OUT" });
  });

  it("is over after thirty idle minutes and is not prolonged by what a page asks by itself", async () => {
    const secret = await open();
    await sql("update auth_session set last_seen_at = now() - interval '29 minutes'");
    await checkSession(secret, "look");
    await sql("update auth_session set last_seen_at = last_seen_at - interval '1 minute'");
    expect(await checkSession(secret, "touch")).toEqual({ state: "ENDED", reason: "IDLE" });
  });

  it("lives on while the person is there, but never beyond its ten hours", async () => {
    const secret = await open();
    await sql("update auth_session set last_seen_at = now() - interval '29 minutes'");
    expect(await checkSession(secret, "touch")).toMatchObject({ state: "LIVE" });
    const [seen] = await sql("select now() - last_seen_at < interval '5 seconds' fresh from auth_session");
    expect(seen).toEqual({ fresh: true });
    await sql("update auth_session set expires_at = now()");
    expect(await checkSession(secret, "touch")).toEqual({ state: "ENDED", reason: "EXPIRED" });
  });

  it("notes the person's presence at most once a minute", async () => {
    const secret = await open();
    await sql("update auth_session set last_seen_at = now() - interval '50 seconds'");
    const before = await sql("select last_seen_at from auth_session");
    await checkSession(secret, "touch");
    expect(await sql("select last_seen_at from auth_session")).toEqual(before);
    const prolonged = await checkSession(secret, "prolong");
    expect(await sql("select last_seen_at from auth_session")).not.toEqual(before);
    if (prolonged.state !== "LIVE") throw new Error("over");
    expect(prolonged.term.expiresAt - prolonged.term.now).toBe(30 * 60_000);
  });

  it("ends in the oldest place when the account signs in at a third", async () => {
    const [first, second, third] = [await open(), await open(), await open()];
    expect(await checkSession(first, "touch")).toEqual({ state: "ENDED", reason: "ELSEWHERE" });
    expect(await checkSession(second, "touch")).toMatchObject({ state: "LIVE" });
    expect(await checkSession(third, "touch")).toMatchObject({ state: "LIVE" });
  });

  it("is worth nothing once the account is disabled, and loses a revoked role at the next request", async () => {
    const secret = await open();
    await sql("update role_grant set revoked_at = now()");
    expect(await checkSession(secret, "touch")).toMatchObject({ state: "LIVE", actor: { grants: [] } });
    await sql("update role_grant set revoked_at = null");
    await sql("update account set status = 'DISABLED' where id = 1");
    expect(await checkSession(secret, "touch")).toEqual({ state: "ENDED", reason: "DISABLED" });
    await sql("update account set status = 'ACTIVE' where id = 1");
  });
});

describe("a one-time link", () => {
  async function link(purpose: string, life = "24 hours"): Promise<string> {
    const secret = newSecret();
    await sql(
      `insert into one_time_link (token_hash, account_id, purpose, expires_at)
      values ($1, 3, $2::link_purpose, now() + $3::interval)`,
      [secretHash(secret), purpose, life],
    );
    return secret;
  }

  it("activates an account once, with a password only its owner knows", async () => {
    const secret = await link("ACTIVATE");
    expect(await ownerOfLink(secret, "ACTIVATE")).toEqual({ login: "yaoqing", name: "钱会计" });
    await setPasswordByLink(secret, "ACTIVATE", "Xiayu-Qiufeng-88");
    expect(await signIn("yaoqing", "Xiayu-Qiufeng-88", caller)).toMatchObject({ ok: true });
    expect(await ownerOfLink(secret, "ACTIVATE")).toBeNull();
    await expect(setPasswordByLink(secret, "ACTIVATE", "Dongxue-Chunyu-99")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is spent after its time and does not serve the other purpose", async () => {
    const old = await link("RESET", "-1 second");
    await expect(setPasswordByLink(old, "RESET", "Xiayu-Qiufeng-88")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const reset = await link("RESET");
    expect(await ownerOfLink(reset, "ACTIVATE")).toBeNull();
  });

  it("ends all sessions and all other links of the account when it resets the password", async () => {
    const outcome = await signIn("yaoqing", "Xiayu-Qiufeng-88", caller);
    if (!outcome.ok) throw new Error(outcome.reason);
    const [one, other] = [await link("RESET"), await link("RESET")];
    await setPasswordByLink(one, "RESET", "Dongxue-Chunyu-99");
    expect(await checkSession(outcome.sessionSecret, "touch")).toEqual({
      state: "ENDED",
      reason: "PASSWORD",
    });
    expect(await ownerOfLink(other, "RESET")).toBeNull();
  });

  it("is used by one of two who come at the same moment", async () => {
    const secret = await link("RESET");
    const results = await Promise.allSettled([
      setPasswordByLink(secret, "RESET", "Dongxue-Chunyu-97"),
      setPasswordByLink(secret, "RESET", "Dongxue-Chunyu-98"),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("survives a password that the policy refuses", async () => {
    const secret = await link("RESET");
    await expect(setPasswordByLink(secret, "RESET", "yaoqing")).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "password" }],
    });
    expect(await ownerOfLink(secret, "RESET")).not.toBeNull();
  });
});

describe("changing one's own password", () => {
  it("asks for the present one, counts wrong guesses and ends the other sessions", async () => {
    const [here, elsewhere] = [await open(), await open()];
    const session = await checkSession(here, "touch");
    if (session.state !== "LIVE") throw new Error("over");
    const next = "Qingshan-Lvshui-27";
    await expect(
      changePassword(session.actor, { current: "Cuowu-Mima-2026", next }, caller),
    ).rejects.toMatchObject({
      fields: [{ path: "current" }],
    });
    await changePassword(session.actor, { current: password, next }, caller);
    expect(await checkSession(here, "touch")).toMatchObject({ state: "LIVE" });
    expect(await checkSession(elsewhere, "touch")).toEqual({ state: "ENDED", reason: "PASSWORD" });
    expect(await signIn("jingban", password, caller)).toMatchObject({ ok: false });
    expect(await signIn("jingban", next, caller)).toMatchObject({ ok: true });
  });
});
