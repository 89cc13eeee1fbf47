import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmParam } from "@/lib/policies/commands/confirm-param";
import { setOwnParam } from "@/lib/policies/commands/set-own-param";
import { supersedeParam } from "@/lib/policies/commands/supersede-param";
import { listOwnParams, listParams } from "@/lib/policies/queries";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { paramOn } from "@/lib/policy/params";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { asOwner, type TestDatabase } from "../support/test-database";
import * as world from "./world";

const { finance, otherFinance, millChair, bakeryChair, millClaimant, MILL, BAKERY, DAY } = world;

let database: TestDatabase;
const sql = (text: string, values: unknown[] = []) =>
  asOwner<Record<string, unknown>>(database.ownerUrl, text, values);

beforeAll(async () => {
  database = await world.policyDatabase();
});
afterAll(closeDatabase);

/** The next version of a number with what a test changes. */
async function nextVersion(code: string, changes: Record<string, unknown> = {}) {
  const paramId = await world.lastVersion(database, code);
  return {
    ...{ paramId, from: "2027-01-01", value: "200", status: "CONFIRMED" },
    ...{ document: "京工办发〔2027〕1号", ...changes },
  };
}

describe("the first rows", () => {
  it("read back as the rules' own data", async () => {
    const { params, lists } = await world.commonData();
    const byCode = (left: { code: string; from: string }, right: { code: string; from: string }) =>
      `${left.code}${left.from}` < `${right.code}${right.from}` ? -1 : 1;
    expect([...params].sort(byCode)).toEqual([...initialPolicy.params].sort(byCode));
    expect(lists).toEqual(initialPolicy.lists);
  });

  it("are loaded once, however often a start loads them", async () => {
    expect(await world.loadPolicies(database)).toEqual({ params: 0, words: 0, rulings: 0 });
  });

  it("pick the version by the business date", async () => {
    const { params } = await world.commonData();
    expect(paramOn(params, "P_BIRTHDAY_PC", "2018-12-31", null)?.value).toBe(20_000n);
    expect(paramOn(params, "P_BIRTHDAY_PC", "2019-01-01", null)?.value).toBe(30_000n);
  });
});

describe("confirming a number", () => {
  const tooDear = { mealTotal: 100_001n, persons: 10n, days: 1n, meals: 1n };

  it("lets the rule forbid again at once, where it could only ask for approval before", async () => {
    const before = world.findingOf(world.mealVerdict(await world.commonData(), tooDear), "F10");
    expect(before.severity).toBe("APPROVAL");
    expect(before.message).toContain("标准待区总工会确认");

    const paramId = await world.lastVersion(database, "P_MEAL_TRAVEL_CAP");
    await runCommand(confirmParam, finance, { paramId, basis: "京财党政群〔2014〕2号" });

    const after = world.findingOf(world.mealVerdict(await world.commonData(), tooDear), "F10");
    expect(after.severity).toBe("FORBIDDEN");
    const version = (await read(finance, listParams, { code: "P_MEAL_TRAVEL_CAP" }))[0];
    expect(version).toMatchObject({
      status: "CONFIRMED",
      confirmedBy: "钱财务",
      confirmNote: "京财党政群〔2014〕2号",
    });
    const lines = await sql("select detail from audit_entry where command = 'policies.confirmParam'");
    expect(lines).toMatchObject([{ detail: { old: "TO_CONFIRM", new: "CONFIRMED" } }]);
  });

  it("tells who comes second who was first", async () => {
    const paramId = await world.lastVersion(database, "P_MEAL_TRAVEL_CAP");
    const second = runCommand(confirmParam, otherFinance, { paramId, basis: "同一文件" });
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("钱财务"),
    });
  });

  it("is refused for a number that is not there, without a basis, and to whoever is not the district's finance", async () => {
    const blank = await world.lastVersion(database, "P_HOSPITAL");
    await expect(runCommand(confirmParam, finance, { paramId: blank, basis: "口头" })).rejects.toMatchObject({
      code: "POLICY",
    });
    const paramId = await world.lastVersion(database, "P_MICRO_UNION_MEMBERS");
    await expect(runCommand(confirmParam, finance, { paramId, basis: " " })).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "basis", message: "请填写确认依据" }],
    });
    await expect(runCommand(confirmParam, millChair, { paramId, basis: "本单位" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("is not taken back, not even by the owner of the tables", async () => {
    const change = sql("update policy_param set status = 'TO_CONFIRM' where code = 'P_CLOTHING_PC'");
    await expect(change).rejects.toMatchObject({ code: "23001" });
    await expect(sql("update policy_param set value = 1 where code = 'P_CLOTHING_PC'")).rejects.toMatchObject(
      {
        code: "23001",
      },
    );
    await expect(sql("delete from policy_param")).rejects.toMatchObject({ code: "23001" });
  });
});

describe("superseding a number", () => {
  it("ends the old version the day before the new one and keeps both", async () => {
    await runCommand(supersedeParam, finance, await nextVersion("P_AWARD_PARTICIPATION_PC"));
    const { params } = await world.commonData();
    expect(paramOn(params, "P_AWARD_PARTICIPATION_PC", "2026-12-31", null)?.value).toBe(15_000n);
    expect(paramOn(params, "P_AWARD_PARTICIPATION_PC", "2027-01-01", null)?.value).toBe(20_000n);
    const ends = await sql(
      "select ends_on::text from policy_param where code = 'P_AWARD_PARTICIPATION_PC' order by starts_on",
    );
    expect(ends).toEqual([{ ends_on: "2026-12-31" }, { ends_on: null }]);
  });

  it("reads a ratio as it is written", async () => {
    await runCommand(supersedeParam, finance, await nextVersion("P_LATE_FEE", { value: "0.5‰" }));
    const { params } = await world.commonData();
    const rate = paramOn(params, "P_LATE_FEE", "2027-01-01", null);
    expect([rate?.value, rate?.divisor]).toEqual([5n, 10_000n]);
  });

  it.each([
    ["a start that is not after the version's own", { from: "2019-01-01" }, "from"],
    ["a day that does not exist", { from: "2027-02-30" }, "from"],
    ["a blank document", { document: "  " }, "document"],
    ["words instead of an amount", { value: "两百元" }, "value"],
    ["a negative amount", { value: "-200" }, "value"],
    ["a fraction of a fen", { value: "1.005" }, "value"],
    ["a percentage where yuan are meant", { value: "50%" }, "value"],
  ])("refuses %s at its field and leaves nothing behind", async (_, changes, path) => {
    const input = await nextVersion("P_CLOTHING_PC", changes);
    await expect(runCommand(supersedeParam, finance, input)).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path }],
    });
    expect(await sql("select count(*)::int as n from policy_param where code = 'P_CLOTHING_PC'")).toEqual([
      { n: 1 },
    ]);
  });

  it("lets one of two who act at once win and names the winner to the other", async () => {
    const first = await nextVersion("P_LECTURE_FULL", { value: "1200" });
    const second = { ...first, from: "2027-03-01", value: "1300" };
    const outcomes = await Promise.allSettled([
      runCommand(supersedeParam, finance, first),
      runCommand(supersedeParam, otherFinance, second),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((each) => each.status === "rejected");
    expect(refused).toMatchObject({
      reason: { code: "CONFLICT", message: expect.stringMatching(/[钱孙]财务/u) },
    });
    expect(await sql("select count(*)::int as n from policy_param where code = 'P_LECTURE_FULL'")).toEqual([
      { n: 2 },
    ]);
  });

  it("cannot leave two versions on one day, whoever writes", async () => {
    const overlap =
      sql(`insert into policy_param (code, label, value, unit, scope, starts_on, document, status)
      values ('P_CLOTHING_PC', '参赛服装人均标准', 1, 'fen', 'DISTRICT', '2026-01-01', '试', 'CONFIRMED')`);
    await expect(overlap).rejects.toMatchObject({ code: "23P01" });
  });
});

describe("a union's own value", () => {
  const meal = { code: "P_MEAL_UNIT_STD", from: "2026-01-01", document: "工作餐管理办法（2026）" };

  it("holds for this union from its day on", async () => {
    await runCommand(setOwnParam, millChair, { ...meal, unionId: MILL, value: "40" });
    const policy = await world.dataFor(millChair, MILL);
    const dinner = { mealTotal: 4_001n, persons: 1n, meals: 1n, days: 1n };
    expect(world.findingOf(world.mealVerdict(policy, dinner), "F09").severity).toBe("FORBIDDEN");
    expect(world.findingOf(world.mealVerdict(policy, dinner, BAKERY), "F09").severity).toBe("UNKNOWN");
    const earlier = world.mealVerdict(policy, dinner, MILL, "2025-12-31");
    expect(world.findingOf(earlier, "F09").severity).toBe("UNKNOWN");
  });

  it("is invisible to another union and cannot be set for one", async () => {
    await expect(read(bakeryChair, listOwnParams, { unionId: MILL })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(world.dataFor(bakeryChair, MILL)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await read(bakeryChair, listOwnParams, { unionId: BAKERY })).own).toEqual([]);
    const foreign = runCommand(setOwnParam, bakeryChair, {
      ...meal,
      unionId: MILL,
      from: "2026-05-01",
      value: "99",
    });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("never enters what the process remembers for everybody", async () => {
    await world.dataFor(millChair, MILL);
    const common = await world.commonData();
    expect(common.params.filter(({ unionId }) => unionId !== null)).toEqual([]);
  });

  it("is refused where the standard is not left to the union, and to who may not set it", async () => {
    const fixed = {
      unionId: MILL,
      code: "P_BIRTHDAY_PC",
      from: "2026-01-01",
      value: "400",
      document: "本单位办法",
    };
    await expect(runCommand(setOwnParam, millChair, fixed)).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "code" }],
    });
    const mine = { ...meal, unionId: MILL, from: "2026-05-01", value: "45" };
    await expect(runCommand(setOwnParam, millClaimant, mine)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(runCommand(setOwnParam, millChair, { ...mine, from: "2025-12-31" })).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "from" }],
    });
  });

  it("is superseded like any other", async () => {
    await runCommand(setOwnParam, millChair, { ...meal, unionId: MILL, from: "2026-09-01", value: "50" });
    const { params } = await world.dataFor(millChair, MILL);
    expect(paramOn(params, "P_MEAL_UNIT_STD", DAY, MILL)?.value).toBe(4_000n);
    expect(paramOn(params, "P_MEAL_UNIT_STD", "2026-09-01", MILL)?.value).toBe(5_000n);
  });
});
