import type { BusinessDate } from "@/lib/core/dates";
import { type Fact, type Facts, type FactValue, factValue } from "@/lib/policy/facts";
import type { Grade, InstrumentId } from "@/lib/policy/instruments";
import type { ListEntry } from "@/lib/policy/lists";
import type { Comparison, Quantity } from "@/lib/policy/quantity";
import type { Severity } from "@/lib/policy/severity";
import type { Verdict } from "@/lib/policy/verdict";

/** The document a rule rests on; the first one is cited first. */
export interface Basis {
  readonly instrument: InstrumentId;
  readonly article?: string;
}

/**
 * What would make a finding pass: a sentence and, where it is a choice still open, the fields to change as cells.
 * Evidence (signatures, invoices, minutes) is never patched: it has to come into being first.
 */
export interface Remedy {
  readonly text: string;
  readonly patch?: Readonly<Record<string, string>>;
}

/** What one check says; null from a check means that it does not apply to this case. */
export interface Outcome {
  readonly severity: Severity;
  readonly message: string;
  readonly comparison?: Comparison;
  /** Facts or standards (by code) without which nothing can be said. */
  readonly missing?: readonly { readonly id: string; readonly label: string }[];
  readonly remedies?: readonly Remedy[];
}

/** What a check may ask besides facts: the day, the kind of thing judged, dated numbers and dated lists. */
export interface Context {
  readonly on: BusinessDate;
  readonly type: string | null;
  param(code: string): Quantity;
  list(name: string): readonly ListEntry[];
}

type FactTable = Readonly<Record<string, Fact>>;
type ValueIn<F> = F extends Fact<infer T> ? T : never;
type Values<Needs extends FactTable, Uses extends FactTable> = {
  readonly [K in keyof Needs]: ValueIn<Needs[K]>;
} & { readonly [K in keyof Uses]: ValueIn<Uses[K]> | undefined };

/** One question of a rule, with the facts it cannot do without and those it uses when they are known. */
export interface Check {
  readonly needs: readonly Fact[];
  readonly uses: readonly Fact[];
  /** The codes of the dated numbers it reckons with; a blank one makes it 待补. */
  readonly params: readonly string[];
  run(facts: Facts, context: Context): Outcome | null;
}

/** A rule is a value: the sentence, its basis, when and to what it applies, and its checks. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The sentence of the instrument, in its own words. */
  readonly statement: string;
  /** Types it applies to; an empty list means all. */
  readonly appliesTo: readonly string[];
  readonly basis: readonly [Basis, ...Basis[]];
  readonly grade: Grade;
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
  readonly checks: readonly Check[];
}

/** A rulebook: rules that are judged together and the facts they speak of. */
export interface RuleSet {
  readonly id: string;
  readonly label: string;
  readonly facts: readonly Fact[];
  readonly rules: readonly Rule[];
  /** Reads the kind of thing judged (支出类型) from a cell; absent where the rulebook knows one kind only. */
  readonly typeOf?: (text: string) => string | null;
  /** What a rulebook with an outcome of its own concludes (a grade of hardship, an amount of aid). */
  readonly decide?: (verdict: Verdict, facts: Facts) => Decision;
}

/** An outcome by its code and, where it is one, the amount in fen. */
export interface Decision {
  readonly outcome: string;
  readonly amountFen: bigint | null;
}

/** Makes a check whose `judge` receives the values under the names of its facts. */
export function check<Needs extends FactTable, Uses extends FactTable = Record<never, never>>(spec: {
  readonly needs: Needs;
  readonly uses?: Uses;
  readonly params?: readonly string[];
  readonly judge: (values: Values<Needs, Uses>, context: Context) => Outcome | null;
}): Check {
  const needs = Object.values(spec.needs);
  const uses = Object.values(spec.uses ?? {});
  return {
    needs,
    uses,
    params: spec.params ?? [],
    run(facts, context) {
      const missing = needs.filter((fact) => factValue(facts, fact.id) === undefined);
      if (missing.length > 0) return unknown(...missing);
      const values: Record<string, FactValue | undefined> = {};
      for (const fact of [...needs, ...uses]) values[fact.id] = factValue(facts, fact.id);
      if (!areValues<Needs, Uses>(values, needs, uses))
        throw new Error("a fact holds a value of another kind");
      return spec.judge(values, context);
    },
  };
}

function areValues<Needs extends FactTable, Uses extends FactTable>(
  values: object,
  needs: readonly Fact[],
  uses: readonly Fact[],
): values is Values<Needs, Uses> {
  const read = (fact: Fact): unknown => Reflect.get(values, fact.id);
  return (
    needs.every((fact) => fact.accepts(read(fact))) &&
    uses.every((fact) => read(fact) === undefined || fact.accepts(read(fact)))
  );
}

/** 待补: names the facts without which nothing can be said. */
export function unknown(...missing: readonly { readonly id: string; readonly label: string }[]): Outcome {
  const labels = missing.map((fact) => fact.label).join("、");
  return { severity: "UNKNOWN", message: `缺少判定信息：${labels}`, missing };
}

/** 通过, with the arithmetic that was checked or a short reason. */
export function pass(message: string, comparison?: Comparison): Outcome {
  return comparison === undefined ? { severity: "PASS", message } : { severity: "PASS", message, comparison };
}

/** The outcome of a comparison: passing when it holds, otherwise what the rule says of the excess. */
export function unless(
  comparison: Comparison,
  failure: () => Omit<Outcome, "comparison">,
  passing = "未超过标准",
): Outcome {
  return comparison.holds ? pass(passing, comparison) : { ...failure(), comparison };
}

/** All parameter codes a rule reckons with, each once. */
export function paramCodesOf(rule: Rule): readonly string[] {
  return [...new Set(rule.checks.flatMap((each) => each.params))];
}

const factsByRule = new WeakMap<Rule, readonly Fact[]>();

/** All facts a rule may read, each once; remembered, since a form asks at every key. */
export function factsOf(rule: Rule): readonly Fact[] {
  const remembered = factsByRule.get(rule);
  if (remembered !== undefined) return remembered;
  const facts = [...new Set(rule.checks.flatMap((each) => [...each.needs, ...each.uses]))];
  factsByRule.set(rule, facts);
  return facts;
}
