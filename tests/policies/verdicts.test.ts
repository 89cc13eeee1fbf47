import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addListEntry } from "@/lib/policies/commands/add-list-entry";
import { endListEntry } from "@/lib/policies/commands/end-list-entry";
import { registerRuling } from "@/lib/policies/commands/register-ruling";
import { supersedeParam } from "@/lib/policies/commands/supersede-param";
import { policyDataIn } from "@/lib/policies/queries";
import { freezeVerdictIn } from "@/lib/policies/verdicts/commands/freeze-verdict";
import { recalculate, type VerdictMoment } from "@/lib/policies/verdicts/model";
import { frozenVerdictsOf, type KeptVerdict, listCaught, listRelied } from "@/lib/policies/verdicts/queries";
import type { Facts } from "@/lib/policy/facts";
import { judge } from "@/lib/policy/judge";
import type { Verdict } from "@/lib/policy/verdict";
import { type Actor, type Scope, scopeOf } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { closeDatabase, inScope, type Tx } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";
import { asOwner, type TestDatabase } from "../support/test-database";
import * as world from "./world";

const { finance, millChair, bakeryChair, millClaimant, serviceCenter, MILL, BAKERY } = world;

let database: TestDatabase;
beforeAll(async () => {
  database = await world.policyDatabase();
});
afterAll(closeDatabase);

/** Runs as a step of another module would: inside its own transaction, in the actor's scope. */
function inStep<T>(actor: Actor, run: (tx: Tx) => Promise<T>): Promise<T> {
  const scope: Scope | null = scopeOf(actor, "spending.view");
  if (scope === null) throw new Error("the actor of a test holds the permission");
  return inScope({ scope, actor, isReadOnly: false, isolation: "Serializable" }, run);
}

/** A gala with 30 people whose prizes come to some fen. */
async function gala(tx: Tx, awardTotal: bigint, on = world.DAY): Promise<Verdict> {
  const facts: Facts = { awardTotal, participants: 30n };
  return judge(spendingRuleSet, await policyDataIn(tx, MILL), { on, type: "GALA", facts, unionId: MILL });
}

function freeze(actor: Actor, unionId: number, subjectId: bigint, moment: VerdictMoment, awardTotal: bigint) {
  return inStep(actor, async (tx) =>
    freezeVerdictIn(tx, {
      ...{ unionId, subjectKind: "spending", subjectId, moment },
      subjectName: `支出单 ${subjectId}`,
      verdict: await gala(tx, awardTotal),
    }),
  );
}

async function keptOf(subjectId: bigint): Promise<KeptVerdict[]> {
  return inStep(millChair, (tx) => frozenVerdictsOf(tx, { kind: "spending", id: subjectId }));
}

describe("a frozen verdict", () => {
  it("stays as it was when the number is superseded, and the rules of today show the difference", async () => {
    await freeze(millChair, MILL, 1n, "SUBMITTED", 450_001n);
    const [before] = await keptOf(1n);
    await runCommand(supersedeParam, finance, {
      paramId: await world.lastVersion(database, "P_AWARD_PARTICIPATION_PC"),
      ...{ from: "2026-06-01", value: "200", document: "京工办发〔2026〕9号", status: "CONFIRMED" },
    });
    const [after] = await keptOf(1n);
    expect(after).toEqual(before);
    expect(world.findingOf(after?.verdict ?? raise(), "F01").severity).toBe("FORBIDDEN");

    const today = await inStep(millChair, (tx) => gala(tx, 450_001n));
    const changes = recalculate(after?.verdict ?? raise(), today);
    expect(changes).toContainEqual(
      expect.objectContaining({ title: expect.stringMatching(/^F01 /u), before: "禁止", after: "通过" }),
    );
  });

  it("is never changed or removed, not even by the owner of the tables", async () => {
    await expect(asOwner(database.ownerUrl, "update verdict set conclusion = 'PASS'")).rejects.toMatchObject({
      code: "23001",
    });
    await expect(asOwner(database.ownerUrl, "delete from verdict_finding")).rejects.toMatchObject({
      code: "23001",
    });
  });

  it("cannot be kept in another union's name", async () => {
    await expect(freeze(millChair, BAKERY, 90n, "SUBMITTED", 100n)).rejects.toThrow();
    expect(await keptOf(90n)).toEqual([]);
  });
});

describe("whom a rule caught", () => {
  const caught = { ruleId: "F01", year: 2026 };

  it("names each record once with its last finding, and tells when it was put right", async () => {
    await freeze(millChair, MILL, 2n, "SUBMITTED", 700_000n);
    await freeze(millChair, MILL, 2n, "APPROVED", 800_000n);
    await freeze(millChair, MILL, 2n, "PAID", 500_000n);
    const { counts, lines } = await read(millChair, listCaught, caught);
    const record = lines.filter(({ subject }) => subject === "支出单 2");
    expect(record).toMatchObject([
      { moment: "审批", severity: "FORBIDDEN", isSettled: true, href: "/spending/2" },
    ]);
    expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(lines.length);
  });

  it("stays within what the reader may see", async () => {
    await freeze(bakeryChair, BAKERY, 3n, "SUBMITTED", 900_000n);
    const mill = await read(millClaimant, listCaught, caught);
    expect(new Set(mill.lines.map(({ unionName }) => unionName))).toEqual(new Set(["纺织厂工会"]));
    const district = await read(finance, listCaught, caught);
    expect(district.lines.map(({ unionName }) => unionName)).toContain("食品厂工会");
    await expect(read(serviceCenter, listCaught, caught)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("opens the rows of one severity and pages through all of them", async () => {
    for (let subject = 100n; subject < 125n; subject += 1n)
      await freeze(millChair, MILL, subject, "SUBMITTED", 700_000n);
    const first = await read(millChair, listCaught, { ...caught, severity: "FORBIDDEN" });
    const rest = await read(millChair, listCaught, {
      ...{ ...caught, severity: "FORBIDDEN" },
      before: first.next ?? undefined,
    });
    const seen = [...first.lines, ...rest.lines].map(({ subject }) => subject);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(first.counts.find(({ severity }) => severity === "FORBIDDEN")?.n);
    expect(rest.next).toBeNull();
  });
});

describe("an answer of the district", () => {
  const answer = {
    ...{
      number: "答复单 2026-3",
      question: "参与奖能否按全体会员人数计算？",
      answer: "按实际签到人数计算。",
    },
    ...{ ruleIds: ["F01"], from: "2026-06-01", to: "2026-12-31", confirmedBy: "区总工会财务部" },
  };

  it("stays with every line that relied on it, also with those that passed", async () => {
    await runCommand(registerRuling, finance, answer);
    await freeze(millChair, MILL, 4n, "SUBMITTED", 300_000n);
    const [kept] = await keptOf(4n);
    const finding = world.findingOf(kept?.verdict ?? raise(), "F01");
    expect([finding.severity, finding.rulingNo]).toEqual(["PASS", "答复单 2026-3"]);
    const relied = await read(millChair, listRelied, { number: answer.number });
    expect(relied).toMatchObject({ total: 1, lines: [{ subject: "支出单 4", severity: "PASS" }] });
    expect(await read(bakeryChair, listRelied, { number: answer.number })).toMatchObject({
      total: 0,
      lines: [],
    });
  });

  it("is registered once, for rules that exist, with an end after its beginning", async () => {
    await expect(runCommand(registerRuling, finance, answer)).rejects.toMatchObject({
      code: "CONFLICT",
      fields: [{ path: "number" }],
    });
    const other = { ...answer, number: "答复单 2026-4" };
    await expect(runCommand(registerRuling, finance, { ...other, ruleIds: ["F999"] })).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "ruleIds" }],
    });
    await expect(runCommand(registerRuling, finance, { ...other, to: "2026-05-31" })).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path: "to" }],
    });
    await expect(runCommand(registerRuling, millChair, other)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a word of a list", () => {
  const word = {
    ...{ list: "BANNED_GOODS", group: "GOODS", word: "盲盒", except: "", severity: "FORBIDDEN" },
    ...{ from: "2026-07-01", instrument: "survey-festival" },
  };

  it("holds from its day on and until it is ended", async () => {
    const { entryId } = entryOf(await runCommand(addListEntry, finance, word));
    await runCommand(endListEntry, finance, { entryId, to: "2026-09-30" });
    const { lists } = await world.commonData();
    expect(lists.find((entry) => entry.word === "盲盒")).toMatchObject({
      from: "2026-07-01",
      to: "2026-09-30",
    });
    await expect(runCommand(endListEntry, finance, { entryId, to: "2026-10-31" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("钱财务"),
    });
  });

  it.each([
    ["a word that stands in the list already", { word: "月饼" }, "CONFLICT", "word"],
    ["a prohibition by a mere hint", { instrument: "product-hint" }, "INVALID", "severity"],
    ["a class of another list", { group: "CASH" }, "INVALID", "group"],
    ["an exception that does not contain the word", { word: "糖", except: "白酒" }, "INVALID", "except"],
    ["a document that is not in the register", { instrument: "hearsay" }, "INVALID", "instrument"],
  ])("refuses %s", async (_, changes, code, path) => {
    await expect(runCommand(addListEntry, finance, { ...word, ...changes })).rejects.toMatchObject({
      code,
      fields: [{ path }],
    });
  });
});

function entryOf(value: unknown): { entryId: string } {
  return { entryId: String(Reflect.get(Object(value), "entryId")) };
}

function raise(): never {
  throw new Error("nothing was kept");
}
