import type { RuleSet } from "@/lib/policy/rule";
import { activityRules } from "@/lib/spending/rules/activities";
import { assetAndFeeRules, warmthFund } from "@/lib/spending/rules/assets-and-fees";
import { balancedVoucher, nonStaffHeadcount } from "@/lib/spending/rules/bookkeeping";
import { cashRules } from "@/lib/spending/rules/cash";
import { clothingRules } from "@/lib/spending/rules/clothing";
import { controlRules, roleRules } from "@/lib/spending/rules/control";
import { documentRules } from "@/lib/spending/rules/documents";
import { budgetFacts, roleFacts, spendingFacts, voucherFacts } from "@/lib/spending/rules/facts";
import { festivalRules } from "@/lib/spending/rules/festival";
import { handOutRules } from "@/lib/spending/rules/hand-outs";
import { mealRules } from "@/lib/spending/rules/meals";
import { spendingTypeOf } from "@/lib/spending/types-of-spending";

/** The rulebook for one expense, from draft to payment. */
export const spendingRuleSet: RuleSet = {
  id: "spending",
  label: "经费支出",
  facts: Object.values(spendingFacts),
  typeOf: spendingTypeOf,
  rules: [
    ...activityRules,
    ...clothingRules,
    ...cashRules,
    ...mealRules,
    ...festivalRules,
    ...handOutRules,
    ...controlRules,
    ...documentRules,
    ...assetAndFeeRules,
  ],
};

/** The rulebook for a budget before it is submitted. */
export const budgetRuleSet: RuleSet = {
  id: "budget",
  label: "预算",
  facts: Object.values(budgetFacts),
  rules: [nonStaffHeadcount],
};

/** The rulebook for the duties one person holds in a ledger. */
export const roleRuleSet: RuleSet = {
  id: "role",
  label: "岗位",
  facts: Object.values(roleFacts),
  rules: roleRules,
};

/** The rulebook for a voucher before it is submitted. */
export const voucherRuleSet: RuleSet = {
  id: "voucher",
  label: "记账凭证",
  facts: [...Object.values(voucherFacts), spendingFacts.warmthFundNotice, spendingFacts.makesVoucher],
  rules: [balancedVoucher, warmthFund],
};

/** All rulebooks about union funds. */
export const fundRuleSets: readonly RuleSet[] = [spendingRuleSet, budgetRuleSet, roleRuleSet, voucherRuleSet];
