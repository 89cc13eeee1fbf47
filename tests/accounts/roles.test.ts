import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeSetting } from "@/lib/accounts/commands/change-setting";
import { disableAccount } from "@/lib/accounts/commands/disable-account";
import { enableAccount } from "@/lib/accounts/commands/enable-account";
import { endOwnSession, endSession } from "@/lib/accounts/commands/end-session";
import { appointFirstSecurityAdmin, grantRole } from "@/lib/accounts/commands/grant-role";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { revokeRole } from "@/lib/accounts/commands/revoke-role";
import { startReset } from "@/lib/accounts/commands/start-reset";
import { objectionsTo } from "@/lib/accounts/model";
import {
  getAccount,
  getGrantChoices,
  listAccounts,
  listMySessions,
  listSettings,
} from "@/lib/accounts/queries";
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
import { seedDemo } from "../../prisma/seed/index";
import { seedOfficers } from "../../prisma/seed/people";
import { seedUnionId } from "../../prisma/seed/world";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

const hospital = seedUnionId("区医院工会");
const maternity = seedUnionId("妇幼保健院工会");
let database: TestDatabase;
const sql = (text: string, values: unknown[] = []) =>
  asOwner<Record<string, unknown>>(database.ownerUrl, text, values);

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo();
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

async function grant(login: string, role: string, unionId: number, more: Record<string, unknown> = {}) {
  const accountId = (await accountIdOf(login)).toString();
  const input = { accountId, role, unionId, reason: "换届选举", ...more };
  return runCommand(grantRole, await actorOf("anquan"), input, { today: "2026-03-02" });
}

describe("granting a role", () => {
  it.each(["BOOKKEEPER", "CHECKER", "ARCHIVIST"])(
    "refuses a cashier the role %s in the same union and names F24",
    async (role) => {
      await expect(grant("chuna", role, hospital)).rejects.toMatchObject({
        code: "POLICY",
        message: expect.stringMatching(/^出纳不得兼任.+规则 F24，依据：《会计法》第三十五条/),
        fields: [{ path: "role" }],
      });
    },
  );

  it("lets a cashier of one union keep the books of another", async () => {
    await expect(grant("cschuna", "BOOKKEEPER", maternity)).resolves.toMatchObject({
      grantId: expect.any(String),
    });
  });

  it("lets a bookkeeper of an agency keep the books of many unions", async () => {
    await expect(grant("kuaiji", "BOOKKEEPER", seedUnionId("中医医院工会"))).resolves.toBeDefined();
    const unions = (await actorOf("kuaiji")).grants.map((each) => each.unionId);
    expect(unions).toHaveLength(3);
  });

  it("looks at the days both roles would run", async () => {
    await grant("fenhui", "CASHIER", hospital, { from: "2027-01-01", to: "2027-06-30" });
    await expect(grant("fenhui", "CHECKER", hospital, { from: "2026-09-01" })).rejects.toMatchObject({
      code: "POLICY",
    });
    await expect(
      grant("fenhui", "CHECKER", hospital, { from: "2026-09-01", to: "2026-12-31" }),
    ).resolves.toBeDefined();
  });

  it("refuses by the person, whatever account is used", async () => {
    await sql(
      "insert into account (login, person_id, status) select 'chuna2', person_id, 'ACTIVE' from account where login = 'chuna'",
    );
    await expect(grant("chuna2", "BOOKKEEPER", hospital)).rejects.toMatchObject({ code: "POLICY" });
  });

  it.each([
    ["jingshen", "BOOKKEEPER", "经审分设"],
    ["jihe", "FUND_REVIEWER", "经审分设"],
    ["zhuxi", "CASHIER", "F23"],
    ["xitong", "CLAIMANT", "三员分立"],
    ["jingban", "LOG_AUDITOR", "三员分立"],
    ["xitong", "LOG_AUDITOR", "三员分立"],
  ])("refuses %s the role %s by %s", async (login, role, ruleId) => {
    const unionId = role === "LOG_AUDITOR" ? 1 : hospital;
    await expect(grant(login, role, unionId)).rejects.toMatchObject({
      code: "POLICY",
      message: expect.stringContaining(`规则 ${ruleId}`),
    });
  });

  it("refuses to give oneself a role", async () => {
    await expect(grant("anquan", "LOG_AUDITOR", 1)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses a district role in a grassroots union, whose reach would be the whole district", async () => {
    await expect(grant("jingban", "DISTRICT_FINANCE", hospital)).rejects.toMatchObject({
      fields: [{ path: "unionId" }],
    });
  });

  it("is the work of the security administrator only", async () => {
    for (const login of ["xitong", "zhuxi", "lingdao", "rizhi"]) {
      const input = { accountId: "1", unionId: hospital, role: "WITNESS", reason: "试试" };
      await expect(runCommand(grantRole, await actorOf(login), input)).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });

  it("is kept by the database when code is not: cashier beside checker", async () => {
    const [person] = await sql("select person_id from account where login = 'chuna'");
    await expect(
      sql(
        "insert into role_grant (person_id, union_id, role, starts_on, reason) values ($1, $2, 'CHECKER', '2026-01-01', 'x')",
        [person?.["person_id"], hospital],
      ),
    ).rejects.toThrow(/joined duties/);
  });

  it("finds no forbidden combination in the demo district", () => {
    for (const officer of seedOfficers) {
      const held = officer.roles.map(([role, unionName]) => {
        return { role, unionName, unionId: seedUnionId(unionName), from: "2026-01-01", to: null };
      });
      for (const [index, wanted] of held.entries()) {
        expect(objectionsTo(held.slice(0, index), wanted)).toEqual([]);
      }
    }
  });
});

describe("two grants at the same moment", () => {
  it("cannot join cashier and bookkeeper in one person", async () => {
    const results = await Promise.allSettled([
      grant("weiyuan", "CASHIER", hospital),
      grant("weiyuan", "BOOKKEEPER", hospital),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});

describe("revoking a role", () => {
  it("ends it at once and keeps it as history", async () => {
    const account = await read(await actorOf("anquan"), getAccount, {
      accountId: (await accountIdOf("jihe")).toString(),
    });
    const grantId = account.grants.find((each) => each.role === "CHECKER")?.id;
    await runCommand(revokeRole, await actorOf("anquan"), { grantId, reason: "退休" });
    expect((await actorOf("jihe")).grants).toEqual([]);
    const [row] = await sql(
      "select revoked_at is not null revoked, revoked_by_id is not null by from role_grant where id = $1",
      [grantId],
    );
    expect(row).toEqual({ revoked: true, by: true });
    await expect(
      runCommand(revokeRole, await actorOf("anquan"), { grantId, reason: "再来" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("leaves the last security administrator and the last system administrator where they are", async () => {
    for (const role of ["SECURITY_ADMIN", "SYSTEM_ADMIN"]) {
      const [row] = await sql("select id from role_grant where role = $1::role and revoked_at is null", [
        role,
      ]);
      await expect(
        runCommand(revokeRole, await actorOf("anquan"), { grantId: String(row?.["id"]), reason: "收回" }),
      ).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("最后一位") });
    }
    const accountId = (await accountIdOf("anquan")).toString();
    await expect(
      runCommand(disableAccount, await actorOf("xitong"), { accountId, reason: "停用" }),
    ).rejects.toMatchObject({ message: expect.stringContaining("最后一位安全管理员") });
  });
});

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

describe("the first security administrator", () => {
  it("is appointed by the system administrator only while there has never been one", async () => {
    const accountId = (await accountIdOf("zuxuan")).toString();
    await expect(
      runCommand(appointFirstSecurityAdmin, await actorOf("xitong"), { accountId }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
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
