import { parseDate } from "@/lib/core/dates";
import { formatYuan, parseYuan } from "@/lib/core/money";
import type { Fact, FactValue } from "@/lib/policy/facts";
import { judge, type PolicyData, type Question } from "@/lib/policy/judge";
import type { PolicyParam } from "@/lib/policy/params";
import type { Decision, RuleSet } from "@/lib/policy/rule";
import { type Severity, severityLabels, severityOf } from "@/lib/policy/severity";
import type { Verdict } from "@/lib/policy/verdict";

/** One row of a case file: its line and its cells by column heading, trimmed; a blank cell is "". */
export interface CaseRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What became of a case: no differences means that it passed. */
export interface CaseResult {
  readonly line: number;
  readonly name: string;
  readonly differences: readonly string[];
}

const COLUMNS = {
  name: "案例",
  ruleSet: "规则集",
  on: "业务日期",
  type: "支出类型",
  expected: "预期",
  expectedAmount: "预期金额",
  note: "说明",
} as const;
const TYPE_COLUMNS: readonly string[] = [COLUMNS.type, "类型", "expenseType"];
const RESERVED: readonly string[] = [...Object.values(COLUMNS), ...TYPE_COLUMNS];

/** Evaluates the rows of a case file with the real engine; a row that cannot be read fails with the reason. */
export function runCases(
  rows: readonly CaseRow[],
  ruleSets: readonly RuleSet[],
  policy: PolicyData,
): CaseResult[] {
  return rows.map((row) => {
    const name = row.cells[COLUMNS.name] ?? "";
    return { line: row.line, name, differences: differencesOf(row, ruleSets, policy) };
  });
}

function differencesOf(row: CaseRow, ruleSets: readonly RuleSet[], policy: PolicyData): string[] {
  const read = readCase(row, ruleSets, policy);
  if ("problems" in read) return [...read.problems];
  const verdict = judge(read.ruleSet, read.policy, read.question);
  return compare(row, verdict, read.ruleSet.decide?.(verdict, read.question.facts) ?? null);
}

/** What a case asks: the rulebook, the question, and the numbers in force with those the row sets. */
export interface ReadCase {
  readonly ruleSet: RuleSet;
  readonly policy: PolicyData;
  readonly question: Question;
}

/** Turns a row into a question for the engine, or says in Chinese what cannot be read. */
export function readCase(
  row: CaseRow,
  ruleSets: readonly RuleSet[],
  policy: PolicyData,
): ReadCase | { readonly problems: readonly string[] } {
  const wanted = row.cells[COLUMNS.ruleSet] ?? "";
  const ruleSet = ruleSets.find(({ id, label }) => id === wanted || label === wanted);
  if (ruleSet === undefined) return { problems: [`没有规则集“${wanted}”`] };
  const on = parseDate(row.cells[COLUMNS.on] ?? "");
  if (on === null) return { problems: [`业务日期“${row.cells[COLUMNS.on] ?? ""}”不是日期`] };
  const typeText = TYPE_COLUMNS.map((column) => row.cells[column]).find((cell) => cell) ?? "";
  const type = typeText === "" ? null : (ruleSet.typeOf?.(typeText) ?? null);
  if (typeText !== "" && type === null) return { problems: [`没有类型“${typeText}”`] };

  const { facts, params, columns, problems } = readCells(row, ruleSet, policy);
  if (problems.length > 0) return { problems };
  const left = ruleSet.facts.filter((fact) => !columns.has(fact.id));
  const notUnderTest = new Set(left.map((fact) => fact.id));
  return {
    ruleSet,
    policy: { ...policy, params: [...policy.params, ...params.map((param) => ({ ...param, from: on }))] },
    question: { on, type, facts, notUnderTest },
  };
}

interface ReadCells {
  readonly facts: Record<string, FactValue>;
  readonly params: PolicyParam[];
  /** The ids of the facts that have a column, filled in or blank. */
  readonly columns: Set<string>;
  readonly problems: string[];
}

function readCells(row: CaseRow, ruleSet: RuleSet, policy: PolicyData): ReadCells {
  const read: ReadCells = { facts: {}, params: [], columns: new Set(), problems: [] };
  for (const [heading, cell] of Object.entries(row.cells)) {
    if (RESERVED.includes(heading)) continue;
    const fact = factCalled(ruleSet, heading);
    const param = fact === undefined ? paramCalled(policy, heading) : undefined;
    if (fact !== undefined) {
      read.columns.add(fact.id);
      const value = cell === "" ? undefined : fact.parse(cell);
      if (value === null) read.problems.push(`${fact.label}“${cell}”不能识别（${fact.hint}）`);
      else if (value !== undefined) read.facts[fact.id] = value;
    } else if (param !== undefined) {
      const version = paramFromCell(param, cell);
      if (version === null) read.problems.push(`${param.label}“${cell}”不能识别`);
      else read.params.push(version);
    } else if (cell !== "") {
      read.problems.push(`列“${heading}”既不是事实也不是参数`);
    }
  }
  return read;
}

function factCalled(ruleSet: RuleSet, heading: string): Fact | undefined {
  return (
    ruleSet.facts.find(({ id, label }) => id === heading || isSameWord(label, heading)) ??
    ruleSet.facts.find(({ aliases }) => aliases.some((alias) => isSameWord(alias, heading)))
  );
}

/** Full-width and half-width brackets and blanks inside a heading do not matter. */
function isSameWord(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) => text.normalize("NFKC").replace(/\s/gu, ""));
  return one === other;
}

function paramCalled({ params }: PolicyData, heading: string): PolicyParam | undefined {
  return params.findLast(({ code, label }) => code === heading || isSameWord(label, heading));
}

/** A column named after a parameter sets it for that row: a blank cell leaves the standard unset. */
function paramFromCell(param: PolicyParam, cell: string): PolicyParam | null {
  const set = { ...param, to: null, status: "CONFIRMED" } as const;
  if (cell === "") return { ...set, value: null };
  if (param.unit === "fen") {
    const value = parseYuan(cell);
    return value === null ? null : { ...set, value };
  }
  const ratio = /^(\d{1,9})(?:(%)|\/(\d{1,9}))?$/u.exec(cell.normalize("NFKC"));
  if (ratio === null) return null;
  const divisor = ratio[2] === "%" ? 100n : BigInt(ratio[3] ?? "1");
  return divisor === 0n ? null : { ...set, value: BigInt(ratio[1] ?? "0"), divisor };
}

const NOT_APPLICABLE = ["NONE", "N/A", "不适用", "-", "—"];

function compare(row: CaseRow, verdict: Verdict, decision: Decision | null): string[] {
  const tokens = (row.cells[COLUMNS.expected] ?? "").split(/[\s,，、;；]+/u).filter((token) => token !== "");
  const expectedAmount = row.cells[COLUMNS.expectedAmount] ?? "";
  if (tokens.length === 0 && expectedAmount === "") return ["没有填写预期"];
  const differences = tokens
    .map((token) => {
      const [rule, severity] = token.split(/[:：]/u);
      if (severity === undefined) return compareConclusion(token, verdict, decision);
      return compareRule(rule ?? "", severity, verdict);
    })
    .filter((difference) => difference !== null);
  const amount =
    expectedAmount === "" ? null : compareAmount(expectedAmount, tokens[0] ?? "", verdict, decision);
  return amount === null ? differences : [...differences, amount];
}

function compareRule(rule: string, expected: string, verdict: Verdict): string | null {
  const finding = verdict.findings.find(({ ruleId }) => ruleId === rule);
  if (NOT_APPLICABLE.includes(expected)) {
    return finding === undefined ? null : `${rule} 预期不适用，实际${severityLabels[finding.severity]}`;
  }
  const severity = severityOf(expected);
  if (severity === null) return `预期“${rule}:${expected}”不能识别`;
  if (finding === undefined)
    return `${rule} 预期${severityLabels[severity]}，实际未判定（缺少所需的列或不适用）`;
  if (meets(finding.severity, severity)) return null;
  return `${rule} 预期${severityLabels[severity]}，实际${severityLabels[finding.severity]}：${finding.message}`;
}

/** An unknown is an unknown; who expects 需审批 of it is right as well, since that is what it counts as. */
function meets(actual: Severity, expected: Severity): boolean {
  return actual === expected || (actual === "UNKNOWN" && expected === "APPROVAL");
}

function compareConclusion(expected: string, verdict: Verdict, decision: Decision | null): string | null {
  if (decision?.outcome === expected) return null;
  const severity = severityOf(expected);
  if (severity !== null && meets(verdict.conclusion, severity)) return null;
  if (severity === "UNKNOWN" && verdict.findings.some((finding) => finding.severity === "UNKNOWN"))
    return null;
  const reasons = verdict.findings
    .filter((finding) => finding.severity !== "PASS")
    .map((finding) => `${finding.ruleId} ${severityLabels[finding.severity]} ${finding.message}`);
  const actual = decision?.outcome ?? severityLabels[verdict.conclusion];
  return `结论预期${expected}，实际${actual}${reasons.length === 0 ? "" : `（${reasons.join("；")}）`}`;
}

/** The amount a rulebook decided, or else the limit of the rule named first. */
function compareAmount(
  expected: string,
  firstToken: string,
  verdict: Verdict,
  decision: Decision | null,
): string | null {
  const rule = firstToken.split(/[:：]/u)[0];
  const bar =
    verdict.findings.find(({ ruleId }) => ruleId === rule)?.bar ??
    verdict.findings.find((finding) => finding.bar !== null)?.bar;
  const limit = bar?.unit === "fen" ? BigInt(bar.limit) : null;
  const actual = decision === null ? limit : decision.amountFen;
  if (actual !== null && actual === parseYuan(expected)) return null;
  return `金额预期${expected}，实际${actual === null ? "没有金额" : formatYuan(actual)}`;
}
