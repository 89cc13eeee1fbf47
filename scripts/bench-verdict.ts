// What one judgement over the whole spending rulebook costs, as a form asks for it at every key.
import { initialPolicy } from "@/lib/policy/initial-policy";
import { judge } from "@/lib/policy/judge";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";
import { type Figure, figure } from "./bench-figure";

const rounds = 4_000;

/** Measures a festival purchase judged by every spending rule, warm. */
export function measureVerdicts(): Figure[] {
  const question = {
    on: "2026-09-25",
    type: "FESTIVAL",
    facts: {
      amount: 2_090_000n,
      festivalCode: "国庆",
      instrument: "GOODS",
      itemNames: ["东北大米", "花生油"],
      recipients: 126n,
      members: 126n,
      ytdFestival: 3_820_000n,
      approvedBudgetIncome: 12_000_000n,
      paymentMethod: "TRANSFER",
    },
  };
  for (let n = 0; n < 1_000; n += 1) judge(spendingRuleSet, initialPolicy, question);
  const start = performance.now();
  for (let n = 0; n < rounds; n += 1) judge(spendingRuleSet, initialPolicy, question);
  const value = (performance.now() - start) / rounds;
  return [
    figure("一次全部支出规则的判定", { value, unit: "毫秒", goal: "1 毫秒以内", isMet: (ms) => ms < 1 }),
  ];
}
