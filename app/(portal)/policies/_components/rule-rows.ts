import type { ShelvedRule } from "@/lib/policies/rules/rulebooks";
import { pendingReasons, shelvedRules } from "@/lib/policies/rules/rulebooks";
import { type InstrumentKind, instruments } from "@/lib/policy/instruments";
import type { PolicyParam } from "@/lib/policy/params";
import type { Rule } from "@/lib/policy/rule";
import { isSpendingType, spendingTypes } from "@/lib/spending/types-of-spending";
import { holds } from "./policies-place";

/** A rule as the list shows it. */
export type RuleRow = {
  rule: Rule;
  /** What it applies to, in words. */
  appliesTo: string;
  kinds: readonly InstrumentKind[];
  /** Empty when it stands in full. */
  pending: readonly string[];
};

/** The word for a kind of thing judged. */
export function typeLabel(type: string): string {
  return isSpendingType(type) ? spendingTypes[type].label : type;
}

/** What a rule applies to, in words; all kinds of its rulebook where it names none. */
export function appliesToText({ rule, ruleSets }: ShelvedRule): string {
  const sets = ruleSets.map((ruleSet) => ruleSet.label).join("、");
  if (rule.appliesTo.length === 0) return `${sets}（全部）`;
  return rule.appliesTo.map(typeLabel).join("、");
}

/** The kinds of basis a rule has, each once. */
export function kindsOf(rule: Rule): InstrumentKind[] {
  return [...new Set(rule.basis.map(({ instrument }) => instruments[instrument].kind))];
}

/** The rules that meet the filters of the address, with what is pending about each on a day. */
export function ruleRows(
  params: readonly PolicyParam[],
  filters: Record<string, string>,
  on: string,
): RuleRow[] {
  const { q, type, kind } = filters;
  return shelvedRules
    .filter(({ rule }) => type === undefined || rule.appliesTo.length === 0 || rule.appliesTo.includes(type))
    .map((shelved) => ({
      rule: shelved.rule,
      appliesTo: appliesToText(shelved),
      kinds: kindsOf(shelved.rule),
      pending: pendingReasons(shelved.rule, params, on),
    }))
    .filter((row) => kind === undefined || row.kinds.some((each) => each === kind))
    .filter(({ rule, appliesTo }) => holds(searchedText(rule, appliesTo), q));
}

function searchedText(rule: Rule, appliesTo: string): string {
  const documents = rule.basis.map(({ instrument, article }) => {
    const { name, docNo } = instruments[instrument];
    return `${name}${docNo}${article ?? ""}`;
  });
  return [rule.id, rule.title, rule.statement, appliesTo, ...documents].join(" ");
}
