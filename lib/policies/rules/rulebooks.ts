import type { BusinessDate } from "@/lib/core/dates";
import { type PolicyParam, paramOn } from "@/lib/policy/params";
import { paramCodesOf, type Rule, type RuleSet } from "@/lib/policy/rule";
import { fundRuleSets } from "@/lib/spending/rules/rule-sets";

/** Every rulebook of the portal; a module that judges adds its own here and gets its public rule pages by it. */
export const rulebooks: readonly RuleSet[] = [...fundRuleSets];

/** A rule with its earlier wordings and the rulebooks it stands in. */
export interface ShelvedRule {
  /** The wording that starts last. */
  readonly rule: Rule;
  /** All wordings under this number, the latest start first. */
  readonly versions: readonly Rule[];
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
  return shelvedRules
    .filter(({ versions }) => versions.some((each) => paramCodesOf(each).includes(code)))
    .map(({ rule }) => rule);
}

/** The rules that rest on a document, by its id in the register. */
export function rulesOn(instrument: string): readonly Rule[] {
  return shelvedRules
    .filter(({ versions }) =>
      versions.some((each) => each.basis.some((basis) => basis.instrument === instrument)),
    )
    .map(({ rule }) => rule);
}

/**
 * What the district has still to confirm before a rule can do more than ask for approval: its wording, or a number it
 * reckons with. Empty for a rule that stands in full; numbers that are left to each union are no matter of the district.
 */
export function pendingReasons(rule: Rule, params: readonly PolicyParam[], on: BusinessDate): string[] {
  const wording = rule.grade === "C" ? ["条文待核"] : [];
  const numbers = paramCodesOf(rule).flatMap((code) => {
    const param = paramOn(params, code, on, null);
    if (param === null || param.scope === "UNION") return [];
    if (param.value === null) return [`${param.label}未设定`];
    return param.status === "TO_CONFIRM" ? [`${param.label}待确认`] : [];
  });
  return [...wording, ...numbers];
}

function shelve(): ReadonlyMap<string, ShelvedRule> {
  const found = new Map<string, ShelvedRule>();
  for (const ruleSet of rulebooks) {
    for (const each of ruleSet.rules) {
      const earlier = found.get(each.id);
      const wordings = new Set([...(earlier?.versions ?? []), each]);
      const versions = [...wordings].sort((left, right) => (left.from < right.from ? 1 : -1));
      const ruleSets = [...new Set([...(earlier?.ruleSets ?? []), ruleSet])];
      found.set(each.id, { rule: versions[0] ?? each, versions, ruleSets });
    }
  }
  return found;
}
