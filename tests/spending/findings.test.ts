import { describe, expect, it } from "vitest";
import type { Facts } from "@/lib/policy/facts";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { judge } from "@/lib/policy/judge";
import { judgeDraft } from "@/lib/spending/facts";
import type { DraftContext } from "@/lib/spending/model";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";
import type { Draft } from "@/lib/spending/schema";
import { goods, officePaper, people } from "./hospital";

function finding(ruleId: string, facts: Facts) {
  const question = { on: "2026-09-20", type: "FESTIVAL", facts };
  return judge(spendingRuleSet, initialPolicy, question).findings.find((each) => each.ruleId === ruleId);
}

describe("禁止物品", () => {
  it("that need a look only are said to need one, and each item is named once", () => {
    const found = finding("F16", { itemNames: ["加油卡"], purpose: "中秋节慰问品：加油卡" });
    expect(found?.severity).toBe("APPROVAL");
    expect(found?.message).toBe("清单含“加油卡”（加油卡，2019-01-01起），请核对是否属于禁止购买物品，需审批");
  });

  it("that are banned outright stand apart from those that need a look", () => {
    const found = finding("F16", { itemNames: ["月饼礼盒", "加油卡"], purpose: "中秋节慰问品" });
    expect(found?.severity).toBe("FORBIDDEN");
    expect(found?.message).toBe(
      "清单含“月饼礼盒”（月饼，2019-01-01起），属禁止购买物品，请更换；清单含“加油卡”（加油卡，2019-01-01起），请核对是否属于禁止购买物品，需审批",
    );
  });
});

describe("签收", () => {
  const handedOut = { recipients: 126n, handedOut: true };

  it("that is short says who is missing and what to do", () => {
    const found = finding("F17", { ...handedOut, signed: 124n });
    expect(found?.severity).toBe("APPROVAL");
    expect(found?.message).toBe(
      "应签收126人，已签收124人，还有2人未签收，请补签或说明（代签须注明关系和原因）",
    );
  });

  it("passes when all have signed and asks when more have signed than there are people", () => {
    expect(finding("F17", { ...handedOut, signed: 126n })?.severity).toBe("PASS");
    expect(finding("F17", { ...handedOut, signed: 127n })?.severity).toBe("APPROVAL");
  });
});

const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** What the server knows of a union of ten members with an income budget of 400,000.00. */
const context: DraftContext = {
  ...{ unionId: 3, unionName: "区医院工会", unionTaxNo: null, on: "2026-09-20" },
  festival: { usedFen: "0", rows: [], draftFen: "0", drafts: [] },
  budgetIncome: { fen: "40000000", row: { label: "批复预算收入", href: "/budget", amountFen: "40000000" } },
  ...{ budget: null, memberCount: 10, isClothingKnown: true, cash: [], invoicesInUse: [] },
  people: ids.map((id) => ({
    ...{ workerId: id.toString(), name: `会员${id}号`, isMember: true },
    ...{ lastClothingOn: null, birthdayCount: 0 },
  })),
  ...{ personNames: {}, papers: [], requestNumber: null },
  parts: { reviewerId: null, approverId: null, cashierId: null },
};

function festival(changes: Partial<Draft>): Draft {
  return officePaper({
    ...{ type: "FESTIVAL", title: "中秋节慰问品", occurredOn: "2026-09-20" },
    lines: [goods("米面油", "1000.00")],
    ...changes,
  });
}

function judged(ruleId: string, draft: Draft, known: Partial<DraftContext> = {}) {
  const verdict = judgeDraft(draft, { ...context, ...known }, initialPolicy);
  return verdict?.findings.find((each) => each.ruleId === ruleId);
}

describe("a typed number of people beside a chosen list", () => {
  const chosen = { people: people(ids, "100.00") };

  it.each([
    ["9", "APPROVAL"],
    ["10", "PASS"],
    ["11", "APPROVAL"],
    ["", "PASS"],
  ])("of ten members: typed %s is %s", (recipients, severity) => {
    const found = judged("F13", festival({ ...chosen, answers: { recipients } }));
    expect(found?.severity).toBe(severity);
    expect(found?.facts.find(({ id }) => id === "recipients")?.display).toBe("10人");
    if (severity === "APPROVAL") {
      expect(found?.message).toBe(`发放人数${recipients}人与名单10人不一致，请改正或说明`);
    }
  });

  it("never lets the typed number decide: six of ten chosen is six", () => {
    const some = festival({ people: people(ids.slice(0, 6), "100.00"), answers: { recipients: "10" } });
    expect(judged("F13", some)).toMatchObject({
      severity: "APPROVAL",
      message: "发放6人，当日在册会员10人，请说明；发放人数10人与名单6人不一致，请改正或说明",
    });
  });

  it.each([
    ["ARTS_SPORTS", "F17", "participants", "参加人数"],
    ["LABOR_CONTEST", "F47", "participants", "参加人数"],
    ["CLOTHING", "F05", "wearers", "购置服装人数"],
    ["MEAL", "F09", "persons", "用餐人数"],
    ["BIRTHDAY", "F17", "recipients", "发放人数"],
  ])("is spoken of in %s by %s", (type, ruleId, id, label) => {
    const typed = (count: string) => festival({ ...chosen, type, answers: { [id]: count } });
    expect(judged(ruleId, typed("11"))?.severity).toBe("APPROVAL");
    expect(judged(ruleId, typed("11"))?.message).toContain(`${label}11人与名单10人不一致`);
    expect(judged(ruleId, typed("10"))?.message).not.toContain("名单10人");
  });
});

describe("drafts beside the festival cap of 200,000.00", () => {
  const drafts = (draftFen: string, usedFen = "8900000") => ({
    festival: { usedFen, rows: [], draftFen, drafts: [] },
  });

  it("are said, and warned of when all together would go over it by a fen", () => {
    const draft = festival({ answers: { recipients: "10" } });
    expect(judged("F12", draft, drafts("0"))?.severity).toBe("PASS");
    expect(judged("F12", draft, drafts("11000000"))).toMatchObject({
      severity: "INFO",
      message: "另有草稿110,000.00元未计入",
    });
    expect(judged("F12", draft, drafts("11000001"))).toMatchObject({
      severity: "WARN",
      message: "另有草稿110,000.01元未计入，全部提交后将超过上限",
    });
  });

  it("do not turn what is over the cap by itself into less than 禁止", () => {
    const found = judged("F12", festival({}), drafts("100", "20000000"));
    expect(found?.severity).toBe("FORBIDDEN");
    expect(found?.message).toContain("另有草稿1.00元未计入");
  });
});
