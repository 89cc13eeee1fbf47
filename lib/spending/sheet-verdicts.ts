import { addDays, yearOf } from "@/lib/core/dates";
import { parseYuan } from "@/lib/core/money";
import { type Facts, factValue, type KnownFact } from "@/lib/policy/facts";
import { judge, type PolicyData } from "@/lib/policy/judge";
import { paramOn } from "@/lib/policy/params";
import type { Finding, Verdict } from "@/lib/policy/verdict";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";
import type { SheetRow } from "@/lib/spending/sheet-facts";
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
 * (festival total, cash within seven days, invoices, birthdays); forbidden and broken rows do not.
 */
export function judgeRows(unit: UnitFacts, rows: readonly SheetRow[], policy: PolicyData): JudgedRow[] {
  const counted: SheetRow[] = [];
  const judged = new Map<SheetRow, JudgedRow>();
  const ownPolicy = withMealStandard(unit, policy);
  for (const row of rows.toSorted(byDate)) {
    const result = judgeRow(unit, row, counted, ownPolicy);
    judged.set(row, result);
    if (result.verdict !== null && result.verdict.conclusion !== "FORBIDDEN") counted.push(row);
  }
  return rows.flatMap((row) => judged.get(row) ?? []);
}

function byDate(left: SheetRow, right: SheetRow): number {
  const [earlier, later] = [left.date ?? "", right.date ?? ""];
  return earlier === later ? left.line - right.line : earlier < later ? -1 : 1;
}

function judgeRow(
  unit: UnitFacts,
  row: SheetRow,
  before: readonly SheetRow[],
  policy: PolicyData,
): JudgedRow {
  if (row.problems.length > 0 || row.date === null || row.type === null) {
    return { row, verdict: null, toSupply: [] };
  }
  const facts: Facts = {
    ...row.facts,
    ...unitPart(unit, row.type),
    ...earlierPart(row, row.date, before, policy),
  };
  const asked = new Set<string>([...ASKED_ALWAYS, ...(askedOf[row.type] ?? [])]);
  if (/讲课费/u.test(row.summary)) for (const id of ["lecturerRank", "hours", "feeAfterTax"]) asked.add(id);
  const silent = spendingRuleSet.facts.filter(
    ({ id }) => factValue(facts, id) === undefined && !asked.has(id),
  );
  const question = { on: row.date, type: row.type, facts };
  const notUnderTest = new Set(silent.map(({ id }) => id));
  const verdict = judge(spendingRuleSet, policy, { ...question, notUnderTest });
  const open = judge(spendingRuleSet, policy, question).findings.flatMap((finding) => finding.missing);
  const toSupply = [...new Map(open.map((each) => [each.id, each])).values()];
  return { row, verdict, toSupply: toSupply.filter(({ id }) => notUnderTest.has(id)) };
}

// What a list is expected to tell; anything else it leaves out is asked for apart.
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
function earlierPart(row: SheetRow, date: string, before: readonly SheetRow[], policy: PolicyData): Facts {
  const thisYear = before.filter((each) => each.date !== null && yearOf(each.date) === yearOf(date));
  const days = paramOn(policy.params, "P_CASH_SPLIT_DAYS", date, null)?.value ?? 0n;
  const since = addDays(date, -Number(days));
  const sameCash = before.filter(
    (each) =>
      row.payee !== "" &&
      each.payee === row.payee &&
      each.facts["paymentMethod"] === "CASH" &&
      (each.date ?? "") >= since,
  );
  const sameInvoice = before.filter((each) => row.invoiceNo !== "" && each.invoiceNo === row.invoiceNo);
  return {
    cashPaymentsIn7Days: totalOf(sameCash),
    priorBookings: sameInvoice.map((each) => `${each.date}第${each.line}行（${each.summary}）`),
    ...(row.type === "FESTIVAL"
      ? { ytdFestival: totalOf(thisYear.filter(({ type }) => type === "FESTIVAL")) }
      : {}),
    ...(row.type === "BIRTHDAY" ? birthdaysOf(row, thisYear) : {}),
  };
}

/** A list names months, not people: a month whose birthdays were already kept this year would be a second time. */
function birthdaysOf(row: SheetRow, thisYear: readonly SheetRow[]): Facts {
  const month = birthdayMonth(row);
  if (month === undefined) return {};
  const same = thisYear.filter((each) => each.type === "BIRTHDAY" && birthdayMonth(each) === month);
  return { ytdBirthdayCount: BigInt(same.length) };
}

function birthdayMonth({ summary }: SheetRow): string | undefined {
  return /(十[一二]?|[一二三四五六七八九]|\d{1,2})月/u.exec(summary)?.[1];
}

function totalOf(rows: readonly SheetRow[]): KnownFact {
  return {
    value: rows.reduce((total, row) => total + (row.amount ?? 0n), 0n),
    source: {
      rows: rows.map((row) => ({
        label: `第${row.line}行 ${row.summary}`,
        href: `#row-${row.line}`,
        amountFen: row.amount ?? 0n,
      })),
    },
  };
}

function withMealStandard({ mealStandard }: UnitFacts, policy: PolicyData): PolicyData {
  const base = policy.params.find(({ code }) => code === "P_MEAL_UNIT_STD");
  if (base === undefined || mealStandard === undefined) return policy;
  const own = { ...base, value: mealStandard, status: "CONFIRMED" as const, document: "本单位情况表" };
  return { ...policy, params: [...policy.params, own] };
}
