import { describe, expect, it } from "vitest";
import type { Facts } from "@/lib/policy/facts";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { judge } from "@/lib/policy/judge";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";

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
