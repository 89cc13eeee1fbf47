import { describe, expect, it } from "vitest";
import type { Facts } from "@/lib/policy/facts";
import { moneyFact } from "@/lib/policy/facts";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { judge, type PolicyData } from "@/lib/policy/judge";
import { paramOn, paramToJson, policyParamSchema } from "@/lib/policy/params";
import { atMost, quantity } from "@/lib/policy/quantity";
import { check, type Rule, type RuleSet, unless } from "@/lib/policy/rule";
import {
  compareVerdicts,
  type Finding,
  freezeVerdict,
  frozenVerdictSchema,
  type Verdict,
} from "@/lib/policy/verdict";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";

const DAY = "2026-06-10";

function spending(type: string, facts: Facts, policy: PolicyData = initialPolicy, on = DAY): Verdict {
  return judge(spendingRuleSet, policy, { on, type, facts, unionId: 7 });
}

function finding(verdict: Verdict, ruleId: string): Finding {
  const found = verdict.findings.find((each) => each.ruleId === ruleId);
  if (found === undefined) throw new Error(`${ruleId} was not judged`);
  return found;
}

/** A 端午 claim of a union with an income budget of 200,000.00 that has used 99,000.00 on festivals. */
function dragonBoat(amount: bigint): Facts {
  return {
    purpose: "端午节慰问品",
    festivalCode: "端午",
    amount,
    paymentMethod: "TRANSFER",
    ytdFestival: {
      value: 9_900_000n,
      source: { rows: [{ label: "记-0003 春节慰问品", href: "/ledger/3", amountFen: 9_900_000n }] },
    },
    approvedBudgetIncome: 20_000_000n,
    recipients: 60n,
    members: 60n,
    perPersonValues: [30_000n],
    instrument: "GOODS",
    itemNames: ["大米", "食用油"],
    signed: 60n,
  };
}

describe("the yearly festival cap", () => {
  it("passes at exactly one half and forbids one fen more", () => {
    const half = finding(spending("FESTIVAL", dragonBoat(100_000n)), "F12");
    expect(half.severity).toBe("PASS");
    expect(half.bar?.percentText).toBe("100%");
    const over = finding(spending("FESTIVAL", dragonBoat(100_001n)), "F12");
    expect(over.severity).toBe("FORBIDDEN");
    expect(over.message).toContain("超出0.01元");
  });

  it("prints the arithmetic that was compared", () => {
    const { arithmetic, bar } = finding(spending("FESTIVAL", dragonBoat(100_001n)), "F12");
    expect(arithmetic).toEqual([
      "已用 99,000.00 + 本次 1,000.01 > 预算收入 200,000.00 × 50%",
      "100,000.01 > 100,000.00，超出 0.01",
    ]);
    expect(bar).toMatchObject({ used: "10000001", limit: "10000000", unit: "fen", percentText: "100.01%" });
  });

  it("lists the vouchers behind the amount already used", () => {
    const used = finding(spending("FESTIVAL", dragonBoat(100_000n)), "F12").facts.find(
      (fact) => fact.id === "ytdFestival",
    );
    expect(used?.source).toEqual({
      rows: [{ label: "记-0003 春节慰问品", href: "/ledger/3", amountFen: "9900000" }],
    });
  });

  it("cites the norm before the ruling and keeps the ruling's number", () => {
    const { basis, rulingNo, params } = finding(spending("FESTIVAL", dragonBoat(100_000n)), "F12");
    expect(basis.map((each) => each.kind)).toEqual(["NORM", "RULING"]);
    expect(rulingNo).toBe("调研答复 3");
    expect(params[0]).toMatchObject({ code: "P_FESTIVAL_RATIO", display: "50%", from: "2019-01-01" });
  });
});

describe("a verdict", () => {
  it("shows every finding, the gravest first, and not only the first hit", () => {
    const { ytdFestival: _, ...rest } = dragonBoat(200_000n);
    const verdict = spending("FESTIVAL", {
      ...rest,
      paymentMethod: "CASH",
      itemNames: ["粽子", "购物卡"],
      signed: 59n,
    });
    const found = verdict.findings.map((each) => `${each.ruleId}:${each.severity}`);
    for (const each of ["F07:FORBIDDEN", "F15:FORBIDDEN", "F16:FORBIDDEN", "F17:APPROVAL", "F12:UNKNOWN"]) {
      expect(found).toContain(each);
    }
    const order = ["FORBIDDEN", "APPROVAL", "UNKNOWN", "WARN", "INFO", "PASS"];
    const ranks = verdict.findings.map((each) => order.indexOf(each.severity));
    expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
    expect(verdict.conclusion).toBe("FORBIDDEN");
  });

  it("names an unknown fact and counts it as 需审批, never as a pass", () => {
    const { approvedBudgetIncome: _, ...rest } = dragonBoat(100_000n);
    const verdict = spending("FESTIVAL", rest);
    expect(finding(verdict, "F12")).toMatchObject({
      severity: "UNKNOWN",
      countsAs: "APPROVAL",
      message: "缺少判定信息：当年本级预算收入",
      missing: [{ id: "approvedBudgetIncome", label: "当年本级预算收入" }],
    });
    expect(verdict.conclusion).toBe("APPROVAL");
  });

  it("asks for a standard that the union has not set", () => {
    const meal = { mealTotal: 180_000n, persons: 40n, meals: 1n, days: 1n };
    expect(finding(spending("MEAL", meal), "F09").missing).toEqual([
      { id: "P_MEAL_UNIT_STD", label: "单位工作餐标准" },
    ]);
  });

  it("lets a number that awaits confirmation ask for approval only, until it is confirmed", () => {
    const meal = { mealTotal: 200_001n, persons: 20n, meals: 1n, days: 1n };
    const pending = finding(spending("MEAL", meal), "F10");
    expect(pending.severity).toBe("APPROVAL");
    expect(pending.message).toMatch(/（标准待区总工会确认）$/u);
    const params = initialPolicy.params.map((param) => ({ ...param, status: "CONFIRMED" as const }));
    expect(finding(spending("MEAL", meal, { ...initialPolicy, params }), "F10").severity).toBe("FORBIDDEN");
  });

  it("never lets a hint weigh more than 提示, not even when a fact is unknown", () => {
    const { ytdFestival: _, ...rest } = dragonBoat(100_000n);
    expect(finding(spending("FESTIVAL", rest), "F12W")).toMatchObject({
      severity: "UNKNOWN",
      countsAs: "WARN",
    });
  });

  it("keeps whoever made a rule from using a number it did not declare", () => {
    const price = moneyFact("price", "价格");
    const rule: Rule = {
      ...{ id: "X", title: "", statement: "", appliesTo: [], grade: "A", from: "2000-01-01", to: null },
      basis: [{ instrument: "cash-regulation" }],
      checks: [
        check({
          needs: { price },
          judge: (known, { param }) =>
            unless(atMost(quantity("", known.price, "fen"), param("P_CASH_MAX")), () => ({
              severity: "FORBIDDEN",
              message: "",
            })),
        }),
      ],
    };
    const ruleSet: RuleSet = { id: "x", label: "", facts: [price], rules: [rule] };
    const question = { on: DAY, type: null, facts: { price: 1n } };
    expect(() => judge(ruleSet, initialPolicy, question)).toThrow("without declaring it");
    expect(() => judge(ruleSet, initialPolicy, { ...question, facts: { price: "一元" } })).toThrow();
  });
});

describe("a rule changes with its numbers", () => {
  it("takes the version of the business date, whatever the day it is judged on", () => {
    const gift = { amountPerPerson: 20_001n, ytdBirthdayCount: 0n, instrument: "GOODS" };
    const at = (on: string) => finding(spending("BIRTHDAY", gift, initialPolicy, on), "F41");
    expect(at("2018-12-31")).toMatchObject({
      severity: "FORBIDDEN",
      params: [{ display: "200.00 元/人·年" }, {}],
    });
    expect(at("2019-01-01")).toMatchObject({
      severity: "PASS",
      params: [{ display: "300.00 元/人·年" }, {}],
    });
  });

  it("lets a union's own value stand only where the standard is left to the union", () => {
    const own = (code: string) => {
      const base = paramOn(initialPolicy.params, code, DAY, null);
      if (base === null) throw new Error(code);
      return { ...base, value: 4_000n, unionId: 7 };
    };
    const params = [...initialPolicy.params, own("P_MEAL_UNIT_STD"), own("P_BIRTHDAY_PC")];
    expect(paramOn(params, "P_MEAL_UNIT_STD", DAY, 7)?.value).toBe(4_000n);
    expect(paramOn(params, "P_MEAL_UNIT_STD", DAY, 8)?.value).toBeNull();
    expect(paramOn(params, "P_BIRTHDAY_PC", DAY, 7)?.value).toBe(30_000n);
  });

  it("survives JSON without losing a digit", () => {
    for (const param of initialPolicy.params) {
      expect(policyParamSchema.parse(JSON.parse(JSON.stringify(paramToJson(param))))).toEqual(param);
    }
  });

  it("has no two versions of one number in force on the same day", () => {
    const shared = initialPolicy.params.filter((param) => param.unionId === null);
    for (const left of shared) {
      const clash = shared.filter(
        (right) =>
          right !== left &&
          right.code === left.code &&
          right.from <= (left.to ?? "9999-12-31") &&
          left.from <= (right.to ?? "9999-12-31"),
      );
      expect(clash).toEqual([]);
    }
  });
});

describe("a verdict kept with a record", () => {
  it("reads back as it was and shows no difference to itself", () => {
    const verdict = spending("FESTIVAL", dragonBoat(100_001n));
    const frozen = freezeVerdict(verdict);
    expect(frozenVerdictSchema.parse(JSON.parse(JSON.stringify(frozen)))).toEqual(frozen);
    expect(compareVerdicts(frozen, verdict)).toEqual([]);
  });

  it("stays as it was when a number changes, and the difference can be listed", () => {
    const frozen = freezeVerdict(spending("FESTIVAL", dragonBoat(100_001n)));
    const params = initialPolicy.params.map((param) =>
      param.code === "P_FESTIVAL_RATIO" && param.to === null ? { ...param, value: 60n } : param,
    );
    const changes = compareVerdicts(
      frozen,
      spending("FESTIVAL", dragonBoat(100_001n), { ...initialPolicy, params }),
    );
    expect(frozen.conclusion).toBe("FORBIDDEN");
    expect(changes).toContainEqual({
      what: "RULE",
      id: "F12",
      title: "节日慰问全年总额上限",
      before: "FORBIDDEN",
      after: "PASS",
    });
    expect(changes).toContainEqual(
      expect.objectContaining({ what: "PARAM", id: "P_FESTIVAL_RATIO", before: "50%（2019-01-01 起）" }),
    );
  });
});
