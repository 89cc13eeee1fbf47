import type { BusinessDate } from "@/lib/core/dates";
import { type PolicyParam, paramOn } from "@/lib/policy/params";
import { paramCodesOf, type Rule, type RuleSet } from "@/lib/policy/rule";
import { fundRuleSets } from "@/lib/spending/rules/rule-sets";

/** Every rulebook of the portal; a module that judges adds its own here and gets its public rule pages by it. */
export const rulebooks: readonly RuleSet[] = [...fundRuleSets];

/** A rule together with the rulebooks it stands in. */
export interface ShelvedRule {
  readonly rule: Rule;
  readonly ruleSets: readonly RuleSet[];
}

const shelf: ReadonlyMap<string, ShelvedRule> = shelve();

/** Every rule once, in the order of its number. */
export const shelvedRules: readonly ShelvedRule[] = [...shelf.values()].sort((left, right) =>
  left.rule.id.localeCompare(right.rule.id, "en", { numeric: true }),
);

/** A rule by its number; null where there is none. */
export function shelvedRule(id: string): ShelvedRule | null {
  return shelf.get(id) ?? null;
}

/** The rules that reckon with a number, by its code. */
export function rulesUsing(code: string): readonly Rule[] {
  return shelvedRules.map(({ rule }) => rule).filter((rule) => paramCodesOf(rule).includes(code));
}

/** The rules that rest on a document, by its id in the register. */
export function rulesOn(instrument: string): readonly Rule[] {
  return shelvedRules
    .map(({ rule }) => rule)
    .filter((rule) => rule.basis.some((basis) => basis.instrument === instrument));
}

/**
 * Why a rule can at most ask for approval on a day: its wording awaits confirmation, or a number it reckons with does
 * or is not set. Empty for a rule that stands in full.
 */
export function pendingReasons(rule: Rule, params: readonly PolicyParam[], on: BusinessDate): string[] {
  const wording = rule.grade === "C" ? ["条文待核"] : [];
  const numbers = paramCodesOf(rule).flatMap((code) => {
    const param = paramOn(params, code, on, null);
    if (param === null) return [];
    if (param.value === null) return [`${param.label}未设定`];
    return param.status === "TO_CONFIRM" ? [`${param.label}待确认`] : [];
  });
  return [...wording, ...numbers];
}

function shelve(): ReadonlyMap<string, ShelvedRule> {
  const found = new Map<string, ShelvedRule>();
  for (const ruleSet of rulebooks) {
    for (const rule of ruleSet.rules) {
      const earlier = found.get(rule.id);
      found.set(rule.id, { rule, ruleSets: [...(earlier?.ruleSets ?? []), ruleSet] });
    }
  }
  return found;
}
