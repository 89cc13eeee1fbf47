import type { BusinessDate } from "@/lib/core/dates";
import { type Fact, type Facts, factSource, factValue } from "@/lib/policy/facts";
import { type Instrument, instruments } from "@/lib/policy/instruments";
import { entriesOn, type ListEntry } from "@/lib/policy/lists";
import { type PolicyParam, paramOn, paramQuantity, showParam } from "@/lib/policy/params";
import { floorOf, show, showPercent } from "@/lib/policy/quantity";
import { type Check, factsOf, type Outcome, type Rule, type RuleSet, unknown } from "@/lib/policy/rule";
import { atMostSeverity, byGravity, conclusionOf, worstOf } from "@/lib/policy/severity";
import type { Finding, Verdict } from "@/lib/policy/verdict";

/** The dated numbers and lists that rules read; rows of the database, or the initial ones. */
export interface PolicyData {
  readonly params: readonly PolicyParam[];
  readonly lists: readonly ListEntry[];
}

export interface Question {
  /** The business date of the thing judged; never today's date. */
  readonly on: BusinessDate;
  /** The kind of thing judged, null when it is not known: then every rule of the set is asked. */
  readonly type: string | null;
  readonly facts: Facts;
  readonly unionId?: number;
  /** Facts that this question leaves out on purpose (an absent column): checks that hang on them are skipped. */
  readonly notUnderTest?: ReadonlySet<string>;
}

const PENDING_NOTE = "（标准待区总工会确认）";

/** Judges a case by every rule of a rulebook that is in force on its day; pure, so a form may ask at each key. */
export function judge(ruleSet: RuleSet, policy: PolicyData, question: Question): Verdict {
  const findings = ruleSet.rules
    .filter((rule) => applies(rule, question))
    .map((rule) => findingOf(rule, policy, question))
    .filter((finding) => finding !== null)
    .sort((left, right) => byGravity(left.severity, right.severity) || (left.ruleId < right.ruleId ? -1 : 1));
  const versions = new Map(
    findings.flatMap((finding) =>
      finding.params.map(({ code, from, display }) => [code, { code, from, display }] as const),
    ),
  );
  return {
    ruleSet: ruleSet.id,
    type: question.type,
    conclusion: worstOf(findings.map((finding) => finding.countsAs)),
    findings,
    judgedOn: question.on,
    paramVersions: [...versions.values()],
  };
}

function applies(rule: Rule, { on, type }: Question): boolean {
  if (on < rule.from || (rule.to !== null && rule.to < on)) return false;
  return rule.appliesTo.length === 0 || type === null || rule.appliesTo.includes(type);
}

function findingOf(rule: Rule, policy: PolicyData, question: Question): Finding | null {
  const used = new Map<string, PolicyParam>();
  const outcomes: Outcome[] = [];
  for (const each of rule.checks) {
    const params = each.params
      .map((code) => paramOn(policy.params, code, question.on, question.unionId ?? null))
      .filter((param) => param !== null);
    const outcome = answer(rule, each, params, policy, question);
    if (outcome === null) continue;
    outcomes.push(outcome);
    for (const param of params) used.set(param.code, param);
  }
  return outcomes.length === 0 ? null : toFinding(rule, question, outcomes, [...used.values()]);
}

/** Runs one check; null when it does not apply or hangs on a fact that is not under test. */
function answer(
  rule: Rule,
  each: Check,
  params: readonly PolicyParam[],
  policy: PolicyData,
  { on, type, facts, notUnderTest }: Question,
): Outcome | null {
  if (notUnderTest !== undefined && isLeftOut(each, notUnderTest)) return null;
  const unset = unsetStandards(each, params, policy);
  if (unset.length > 0) return unknown(...unset);
  const outcome = each.run(facts, {
    on,
    type: type ?? rule.appliesTo[0] ?? null,
    list: (name) => entriesOn(policy.lists, name, on),
    param: (code) => {
      const param = params.find((candidate) => candidate.code === code);
      const value = param === undefined ? null : paramQuantity(param);
      if (value === null) throw new Error(`${rule.id} reads ${code} without declaring it`);
      return value;
    },
  });
  if (outcome === null || outcome.missing?.some(({ id }) => notUnderTest?.has(id))) return null;
  return lowered(rule, outcome, params);
}

/** Whether a check hangs on a fact that is not under test, or on nothing else than such facts. */
function isLeftOut(each: Check, notUnderTest: ReadonlySet<string>): boolean {
  const isOut = ({ id }: Fact) => notUnderTest.has(id);
  return each.needs.some(isOut) || [...each.needs, ...each.uses].every(isOut);
}

/** The standards a check reckons with that nobody has set for the day: they are asked for like missing facts. */
function unsetStandards(
  each: Check,
  params: readonly PolicyParam[],
  policy: PolicyData,
): { id: string; label: string }[] {
  return each.params
    .filter((code) => !params.some((param) => param.code === code && param.value !== null))
    .map((code) => ({ id: code, label: policy.params.find((param) => param.code === code)?.label ?? code }));
}

/** A hint never goes above 提示; a rule or number that awaits confirmation can at most ask for approval. */
function lowered(rule: Rule, outcome: Outcome, params: readonly PolicyParam[]): Outcome {
  if (isHint(rule) && outcome.severity !== "UNKNOWN") {
    return { ...outcome, severity: atMostSeverity(outcome.severity, "WARN") };
  }
  const isPending = rule.grade === "C" || params.some((param) => param.status === "TO_CONFIRM");
  if (outcome.severity !== "FORBIDDEN" || !isPending) return outcome;
  return { ...outcome, severity: "APPROVAL", message: `${outcome.message}${PENDING_NOTE}` };
}

function isHint(rule: Rule): boolean {
  return rule.basis.every(({ instrument }) => instruments[instrument].kind === "HINT");
}

function toFinding(
  rule: Rule,
  question: Question,
  outcomes: readonly Outcome[],
  params: readonly PolicyParam[],
): Finding {
  const sorted = outcomes.toSorted((left, right) => byGravity(left.severity, right.severity));
  const severity = worstOf(outcomes.map((outcome) => outcome.severity));
  const told = severity === "PASS" ? sorted : sorted.filter((outcome) => outcome.severity !== "PASS");
  const basis = rule.basis.map(({ instrument, article }) => ({
    instrument: instruments[instrument],
    article,
  }));
  const missing = outcomes.flatMap((outcome) => outcome.missing ?? []);
  const ruling = basis.find((each) => isRulingOn(each.instrument, question.on));
  return {
    ruleId: rule.id,
    title: rule.title,
    statement: rule.statement,
    severity,
    countsAs: isHint(rule) && severity === "UNKNOWN" ? "WARN" : conclusionOf(severity),
    message: [...new Set(told.map((outcome) => outcome.message))].join("；"),
    arithmetic: sorted.flatMap((outcome) => outcome.comparison?.lines ?? []),
    bar: barOf(sorted),
    facts: factsOf(rule).flatMap((fact) => shownFact(fact, question.facts)),
    missing: [...new Map(missing.map(({ id, label }) => [id, { id, label }])).values()],
    basis: basis.map(({ instrument, article }) => ({
      kind: instrument.kind,
      label: instrument.name,
      docNo: instrument.docNo,
      article: article ?? "",
      from: instrument.from,
    })),
    params: params.map((param) => ({
      code: param.code,
      label: param.label,
      display: showParam(param),
      document: param.document,
      from: param.from,
      status: param.status,
    })),
    remedies: sorted.flatMap(({ remedies = [] }) =>
      remedies.map(({ text, patch }) => (patch === undefined ? { text } : { text, patch: { ...patch } })),
    ),
    rulingNo: ruling?.instrument.docNo ?? null,
  };
}

function isRulingOn(instrument: Instrument, on: BusinessDate): boolean {
  return (
    instrument.kind === "RULING" && instrument.from <= on && (instrument.to === null || on <= instrument.to)
  );
}

function shownFact(fact: Fact, facts: Facts): Finding["facts"] {
  const value = factValue(facts, fact.id);
  if (value === undefined) return [];
  const source = factSource(facts, fact.id);
  const shown = { id: fact.id, label: fact.label, display: fact.display(value) };
  if (source === undefined) return [shown];
  if ("field" in source) return [{ ...shown, source: { field: source.field } }];
  const rows = source.rows.map((row) => ({ ...row, amountFen: row.amountFen.toString() }));
  return [{ ...shown, source: { rows } }];
}

function barOf(sorted: readonly Outcome[]): Finding["bar"] {
  const comparison = sorted.find((outcome) => outcome.comparison !== undefined)?.comparison;
  if (comparison === undefined || comparison.right.numerator <= 0n) return null;
  const { left, right } = comparison;
  return {
    label: left.label,
    unit: left.unit,
    used: floorOf(left).toString(),
    limit: floorOf(right).toString(),
    usedText: show(left),
    limitText: show(right),
    percentText: showPercent(left, right),
  };
}
