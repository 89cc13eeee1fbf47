import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeSetting } from "@/lib/accounts/commands/change-setting";
import { disableAccount } from "@/lib/accounts/commands/disable-account";
import { enableAccount } from "@/lib/accounts/commands/enable-account";
import { endOwnSession, endSession } from "@/lib/accounts/commands/end-session";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { startReset } from "@/lib/accounts/commands/start-reset";
import { getGrantChoices, listAccounts, listMySessions, listSettings } from "@/lib/accounts/queries";
import type { Actor } from "@/lib/server/actor";
import { actorForToken, issueToken, revokeToken } from "@/lib/server/api-token";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { demoPassword } from "@/lib/server/demo-accounts";
import { loadActor } from "@/lib/server/load-actor";
import { ownerOfLink, setPasswordByLink } from "@/lib/server/new-password";
import { read } from "@/lib/server/query";
import { checkSession } from "@/lib/server/session-check";
import { signIn } from "@/lib/server/sign-in";
import { seedDistrictOnly } from "../../prisma/seed/index";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

let database: TestDatabase;
const sql = (text: string, values: unknown[] = []) =>
  asOwner<Record<string, unknown>>(database.ownerUrl, text, values);

beforeAll(async () => {
  database = await testDatabase();
  await seedDistrictOnly();
});
afterAll(closeDatabase);

async function accountIdOf(login: string): Promise<bigint> {
  const [row] = await sql("select id from account where login = $1", [login]);
  return BigInt(String(row?.["id"]));
}

async function actorOf(login: string): Promise<Actor> {
  const actor = await loadActor(await accountIdOf(login));
  if (actor === null) throw new Error(`no account ${login}`);
  return actor;
}

describe("opening an account", () => {
  const invitation = { login: "xinren", name: "辛来人", idNo: "110109198808080037" };

  it("gives a link once, with which only the person sets the password", async () => {
    const { link, accountId } = await runCommand(inviteAccount, await actorOf("xitong"), invitation);
    const secret = link.replace("/activate/", "");
    expect(JSON.stringify(await sql("select * from one_time_link"))).not.toContain(secret);
    expect(await ownerOfLink(secret, "ACTIVATE")).toEqual({ login: "xinren", name: "辛来人" });
    const again = await runCommand(startReset, await actorOf("xitong"), { accountId });
    expect(again.link).toMatch(/^\/activate\//);
    expect(await ownerOfLink(secret, "ACTIVATE")).toBeNull();
    await setPasswordByLink(again.link.replace("/activate/", ""), "ACTIVATE", "Xiayu-Qiufeng-88");
    expect(await signIn("xinren", "Xiayu-Qiufeng-88", { ip: "10.0.0.1", userAgent: null })).toMatchObject({
      ok: true,
    });
    const lines = await sql("select detail::text from audit_entry where command like 'accounts.%'");
    expect(JSON.stringify(lines)).not.toContain(invitation.idNo);
  });

  it("knows a member who is already registered by the identity number", async () => {
    const [worker] = await sql(
      "select p.id_hash, p.name from person p join worker w on w.person_id = p.id limit 1",
    );
    const { seedWorkers } = await import("../../prisma/seed/people");
    const first = seedWorkers()[0];
    expect(worker?.["name"]).toBe(first?.name);
    const { accountId } = await runCommand(inviteAccount, await actorOf("xitong"), {
      ...{ login: "huiyuan", name: first?.name, idNo: first?.idNo },
    });
    const [row] = await sql(
      "select count(*)::int n from worker w join account a on a.person_id = w.person_id where a.id = $1",
      [accountId],
    );
    expect(row).toEqual({ n: 1 });
    await expect(
      runCommand(inviteAccount, await actorOf("xitong"), {
        login: "huiyuan2",
        name: "别的人",
        idNo: first?.idNo,
      }),
    ).rejects.toMatchObject({ fields: [{ path: "name" }] });
  });

  it("refuses a login that is taken, a false identity number and a password in the input", async () => {
    const actor = await actorOf("xitong");
    await expect(runCommand(inviteAccount, actor, { ...invitation, login: "jingban" })).rejects.toMatchObject(
      { fields: [{ path: "login" }] },
    );
    await expect(
      runCommand(inviteAccount, actor, { ...invitation, login: "a1", idNo: "110109198203150005" }),
    ).rejects.toMatchObject({ fields: [{ path: "idNo" }] });
    await expect(
      runCommand(inviteAccount, actor, { ...invitation, login: "a2", password: "x" }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is disabled and enabled again, and its sessions are over at once", async () => {
    const outcome = await signIn("bangfu", demoPassword, { ip: "10.0.0.2", userAgent: null });
    if (!outcome.ok) throw new Error(outcome.reason);
    const accountId = (await accountIdOf("bangfu")).toString();
    await runCommand(disableAccount, await actorOf("xitong"), { accountId, reason: "调离" });
    expect(await checkSession(outcome.sessionSecret, "touch")).toEqual({
      state: "ENDED",
      reason: "DISABLED",
    });
    expect(await runCommand(enableAccount, await actorOf("xitong"), { accountId })).toMatchObject({
      status: "ACTIVE",
    });
  });
});

describe("sessions", () => {
  it("are listed and ended by their owner, and by nobody else but the system administrator", async () => {
    const open = async (login: string) => {
      const outcome = await signIn(login, demoPassword, { ip: "10.0.0.3", userAgent: "测试浏览器" });
      if (!outcome.ok) throw new Error(outcome.reason);
      const session = await checkSession(outcome.sessionSecret, "look");
      if (session.state !== "LIVE") throw new Error("over");
      return session.actor;
    };
    for (const [own, foreign] of [
      ["zhengming", "danwei"],
      ["lingdao", "qucaiwu"],
    ] as const) {
      const [actor, other] = [await open(own), await open(foreign)];
      const mine = await read(actor, listMySessions, {});
      expect(mine).toMatchObject([
        { ip: "10.0.0.3", device: "测试浏览器", isCurrent: true, endReason: null },
      ]);
      const foreignId = other.sessionId?.toString();
      await expect(runCommand(endOwnSession, actor, { sessionId: foreignId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      await runCommand(endOwnSession, actor, { sessionId: mine[0]?.id });
      expect((await read(actor, listMySessions, {}))[0]).toMatchObject({ endReason: "ENDED" });
      await runCommand(endSession, await actorOf("xitong"), { sessionId: foreignId });
    }
  });
});

describe("a token", () => {
  it("stands for its account until it is revoked, and is stored as a hash only", async () => {
    const issued = await issueToken("jingban", "接口");
    expect(issued?.token).toMatch(/^gh_[\w-]{43}$/);
    expect(await actorForToken(issued?.token ?? "")).toMatchObject({ name: "任晓雨", sessionId: null });
    expect(JSON.stringify(await sql("select * from api_token"))).not.toContain(issued?.token);
    expect(await actorForToken(`gh_${"a".repeat(43)}`)).toBeNull();
    expect(await revokeToken("zhuxi", BigInt(issued?.id ?? 0))).toBe(false);
    expect(await revokeToken("jingban", BigInt(issued?.id ?? 0))).toBe(true);
    expect(await actorForToken(issued?.token ?? "")).toBeNull();
    expect(await issueToken("nobody", "x")).toBeNull();
  });
});

describe("lists for the administrators", () => {
  it("find accounts by login and by name, page by page", async () => {
    const actor = await actorOf("xitong");
    const all = await read(actor, listAccounts, {});
    expect(all.accounts.length).toBeGreaterThan(40);
    expect((await read(actor, listAccounts, { q: "辛为公" })).accounts).toMatchObject([
      { login: "zhuxi", roles: [{ role: "CHAIR", unionName: "区医院工会" }] },
    ]);
    expect((await read(actor, getGrantChoices, {})).lacksSecurityAdmin).toBe(false);
  });

  it("change a setting within its bounds", async () => {
    const actor = await actorOf("xitong");
    await runCommand(changeSetting, actor, { code: "SESSION_IDLE_MINUTES", value: "15" });
    const settings = await read(actor, listSettings, {});
    expect(settings.find((each) => each.code === "SESSION_IDLE_MINUTES")).toMatchObject({
      value: 15,
      unit: "分钟",
    });
    await expect(
      runCommand(changeSetting, actor, { code: "SESSION_IDLE_MINUTES", value: "9999" }),
    ).rejects.toMatchObject({
      fields: [{ path: "value" }],
    });
  });
});
