import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disableAccount } from "@/lib/accounts/commands/disable-account";
import { appointFirstSecurityAdmin, grantRole } from "@/lib/accounts/commands/grant-role";
import { revokeRole } from "@/lib/accounts/commands/revoke-role";
import { objectionsTo } from "@/lib/accounts/model";
import { getAccount } from "@/lib/accounts/queries";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { loadActor } from "@/lib/server/load-actor";
import { read } from "@/lib/server/query";
import { seedDistrictOnly } from "../../prisma/seed/index";
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
