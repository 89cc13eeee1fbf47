import { yearOf } from "@/lib/core/dates";
import { parseYuan } from "@/lib/core/money";
import { type Facts, factValue } from "@/lib/policy/facts";
import { judge, type PolicyData, type Question } from "@/lib/policy/judge";
import { paramOn } from "@/lib/policy/params";
import { factsOf, type RuleSet } from "@/lib/policy/rule";
import type { Finding, Verdict } from "@/lib/policy/verdict";
import { checklistOf } from "@/lib/spending/rules/checklist";
import { spendingFacts } from "@/lib/spending/rules/facts";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";
import type { SheetRow } from "@/lib/spending/sheet-facts";
import {
  asFact,
  birthdayMonth,
  cashBefore,
  countIn,
  emptySum,
  noPriorSpending,
  openTally,
  type PriorSpending,
  type Tally,
} from "@/lib/spending/sheet-tally";
import type { SpendingType } from "@/lib/spending/types-of-spending";

/** What a union says of itself beside its list; undefined where it is not known. */
export interface UnitFacts {
  readonly members?: bigint | undefined;
  /** In fen. */
  readonly approvedBudgetIncome?: bigint | undefined;
  /** The union's own meal standard in fen a meal. */
  readonly mealStandard?: bigint | undefined;
}

/** A row with its verdict; null where the row cannot be judged for its `problems`. */
export interface JudgedRow {
  readonly row: SheetRow;
  readonly verdict: Verdict | null;
  /** What a list cannot carry (papers, minutes, buyer): asked for apart, without weight in the conclusion. */
  readonly toSupply: Finding["missing"];
}

/** Reads the sheet 单位情况 (项目, 内容) for the facts that rules ask of the union. */
export function readUnitSheet(table: readonly (readonly string[])[]): UnitFacts {
  const value = (pattern: RegExp) => table.find(([label]) => pattern.test(label ?? ""))?.[1]?.trim() ?? "";
  const members = /^\d{1,7}$/u.exec(value(/会员/u))?.[0];
  return {
    members: members === undefined ? undefined : BigInt(members),
    approvedBudgetIncome: parseYuan(value(/预算收入/u)) ?? undefined,
    mealStandard: parseYuan(value(/工作餐/u)) ?? undefined,
  };
}

/**
 * Judges a list in the order of its dates. Rows that pass, even with 提示 or 需审批, count towards later ones
 * (festival total, cash within seven days, invoices, birthdays); forbidden and broken rows do not. What the portal
 * already knows of the same year counts from the start.
 */
export function judgeRows(
  unit: UnitFacts,
  rows: readonly SheetRow[],
  policy: PolicyData,
  prior: PriorSpending = noPriorSpending,
): JudgedRow[] {
  const judgeNext = openJudgement(unit, policy, prior);
  const judged = new Map(inOrderOfDates(rows).map((row) => [row, judgeNext(row)]));
  return rows.flatMap((row) => judged.get(row) ?? []);
}

/** Judges one row after the other, each counting towards the next; for lists too long to be judged in one breath. */
export function openJudgement(
  unit: UnitFacts,
  policy: PolicyData,
  prior: PriorSpending,
): (row: SheetRow) => JudgedRow {
  const tally = openTally(prior);
  const ownPolicy = withMealStandard(unit, policy);
  return (row) => {
    const result = judgeRow(unit, row, tally, ownPolicy);
    if (result.verdict !== null && result.verdict.conclusion !== "FORBIDDEN") countIn(tally, row);
    return result;
  };
}

/** The order in which rows count: by date, rows of one day as they stand. */
export function inOrderOfDates(rows: readonly SheetRow[]): SheetRow[] {
  return rows.toSorted(byDate);
}

function byDate(left: SheetRow, right: SheetRow): number {
  const [earlier, later] = [left.date ?? "", right.date ?? ""];
  return earlier === later ? left.line - right.line : earlier < later ? -1 : 1;
}

function judgeRow(unit: UnitFacts, row: SheetRow, tally: Tally, policy: PolicyData): JudgedRow {
  if (row.problems.length > 0 || row.date === null || row.type === null) {
    return { row, verdict: null, toSupply: [] };
  }
  const facts: Facts = {
    ...row.facts,
    ...unitPart(unit, row.type),
    ...earlierPart(tally, row, row.date, policy),
  };
  const asked = new Set<string>([...ASKED_ALWAYS, ...(askedOf[row.type] ?? [])]);
  if (/讲课费/u.test(row.summary)) for (const id of ["lecturerRank", "hours", "feeAfterTax"]) asked.add(id);
  const silent = spendingRuleSet.facts.filter(
    ({ id }) => factValue(facts, id) === undefined && !asked.has(id),
  );
  const notUnderTest = new Set(silent.map(({ id }) => id));
  const question = { on: row.date, type: row.type, facts };
  const verdict = judge(spendingRuleSet, policy, { ...question, notUnderTest });
  return { row, verdict, toSupply: papersOf(row, row.type, isMinuted(policy, question)) };
}

const minuted: RuleSet = {
  ...spendingRuleSet,
  rules: spendingRuleSet.rules.filter((rule) => factsOf(rule).includes(spendingFacts.meetingMinuteId)),
};

/** Whether the amount is one the committee has to talk about, as the rule itself has it. */
function isMinuted(policy: PolicyData, question: Question): boolean {
  const missing = judge(minuted, policy, question).findings.flatMap((finding) => finding.missing);
  return missing.some(({ id }) => id === spendingFacts.meetingMinuteId.id);
}

/** What no row can carry: the papers of the kind of spending, minutes where the amount asks, an invoice's buyer. */
function papersOf(row: SheetRow, type: SpendingType, isMinutesDue: boolean): Finding["missing"] {
  const { SUBMIT, PAYMENT } = checklistOf(type);
  const papers = [...SUBMIT, ...PAYMENT].map((paper) => (paper === "发票" ? "发票原件" : paper));
  const hasInvoice = row.invoiceNo !== "" || PAYMENT.includes("发票");
  if (hasInvoice && !papers.some((paper) => paper.includes("发票"))) papers.push("发票原件");
  return [
    ...papers.map((label) => ({ id: spendingFacts.attachmentsChecklist.id, label })),
    ...(isMinutesDue ? [{ id: spendingFacts.meetingMinuteId.id, label: "会议纪要" }] : []),
    ...(hasInvoice ? [{ id: spendingFacts.buyerName.id, label: "购买方" }] : []),
  ];
}

// What a list is expected to tell; of what else it leaves out only papers are asked for, apart.
const ASKED_ALWAYS = ["amount", "paymentMethod", "purpose"];
const askedOf: Partial<Record<SpendingType, readonly string[]>> = {
  ARTS_SPORTS: ["participants"],
  GALA: ["participants"],
  CLOTHING: ["clothingTotal", "wearers", "lastPurchaseDate"],
  MEAL: ["mealTotal", "persons", "meals", "days"],
  FESTIVAL: ["festivalCode", "recipients", "members", "approvedBudgetIncome", "ytdFestival"],
  BIRTHDAY: ["amountPerPerson"],
};

function unitPart(unit: UnitFacts, type: SpendingType): Facts {
  return type === "FESTIVAL"
    ? { members: unit.members, approvedBudgetIncome: unit.approvedBudgetIncome }
    : {};
}

/** What the rows before this one add up to, with the rows behind each number. */
function earlierPart(tally: Tally, row: SheetRow, date: string, policy: PolicyData): Facts {
  const days = paramOn(policy.params, "P_CASH_SPLIT_DAYS", date, null)?.value ?? 0n;
  return {
    cashPaymentsIn7Days: asFact(cashBefore(tally, row.payee, { date, days: Number(days) })),
    priorBookings: row.invoiceNo === "" ? [] : (tally.invoices.get(row.invoiceNo) ?? []),
    ...(row.type === "FESTIVAL" ? { ytdFestival: asFact(tally.festival.get(yearOf(date)) ?? emptySum) } : {}),
    ...(row.type === "BIRTHDAY" ? birthdaysOf(tally, row, date) : {}),
  };
}

/** A list names months, not people: a month whose birthdays were already kept this year would be a second time. */
function birthdaysOf(tally: Tally, row: SheetRow, date: string): Facts {
  const month = birthdayMonth(row);
  if (month === undefined) return {};
  return { ytdBirthdayCount: tally.birthdays.get(`${yearOf(date)} ${month}`) ?? 0n };
}

function withMealStandard({ mealStandard }: UnitFacts, policy: PolicyData): PolicyData {
  const base = policy.params.find(({ code }) => code === "P_MEAL_UNIT_STD");
  if (base === undefined || mealStandard === undefined) return policy;
  const own = { ...base, value: mealStandard, status: "CONFIRMED" as const, document: "本单位情况表" };
  return { ...policy, params: [...policy.params, own] };
}
