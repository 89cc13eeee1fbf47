import { addDays, type BusinessDate, yearOf } from "@/lib/core/dates";
import type { KnownFact, SourceRow } from "@/lib/policy/facts";
import type { SheetRow } from "@/lib/spending/sheet-facts";

/** What the portal knows of a union's spending before a list is read; amounts in fen. */
export interface PriorSpending {
  readonly festival: readonly { readonly year: number; readonly row: SourceRow }[];
  readonly cash: readonly { readonly payee: string; readonly date: BusinessDate; readonly row: SourceRow }[];
  readonly invoices: readonly { readonly number: string; readonly where: string }[];
}

/** Nothing is known but the list itself. */
export const noPriorSpending: PriorSpending = { festival: [], cash: [], invoices: [] };

/** A sum in fen with the first rows behind it and how many more there are; long lists stay cheap this way. */
export interface Sum {
  total: bigint;
  rows: SourceRow[];
  shownFen: bigint;
  count: number;
}

/** The sum of nothing. */
export const emptySum: Readonly<Sum> = { total: 0n, rows: [], shownFen: 0n, count: 0 };

/** Running sums over the rows counted so far, kept by key so that each row costs the same however long the list. */
export interface Tally {
  readonly festival: Map<number, Sum>;
  /** By payee and day. */
  readonly cash: Map<string, Sum>;
  readonly invoices: Map<string, string[]>;
  /** By year and month of birth. */
  readonly birthdays: Map<string, bigint>;
}

const SHOWN_ROWS = 10;

/** A tally that starts from what the portal knows. */
export function openTally(prior: PriorSpending): Tally {
  const tally: Tally = {
    ...{ festival: new Map(), cash: new Map() },
    ...{ invoices: new Map(), birthdays: new Map() },
  };
  for (const { year, row } of prior.festival) addTo(tally.festival, year, row);
  for (const { payee, date, row } of prior.cash) addTo(tally.cash, `${payee} ${date}`, row);
  for (const { number, where } of prior.invoices) tally.invoices.set(number, [where]);
  return tally;
}

/** Counts a row towards those that come after it. */
export function countIn(tally: Tally, row: SheetRow): void {
  if (row.date === null) return;
  const year = yearOf(row.date);
  const source = {
    ...{ label: `第${row.line}行 ${row.summary}`, href: `#row-${row.line}` },
    amountFen: row.amount ?? 0n,
  };
  if (row.type === "FESTIVAL") addTo(tally.festival, year, source);
  if (row.payee !== "" && row.facts["paymentMethod"] === "CASH") {
    addTo(tally.cash, `${row.payee} ${row.date}`, source);
  }
  if (row.invoiceNo !== "") {
    const earlier = tally.invoices.get(row.invoiceNo) ?? [];
    tally.invoices.set(row.invoiceNo, [...earlier, `${row.date}第${row.line}行（${row.summary}）`]);
  }
  const month = row.type === "BIRTHDAY" ? birthdayMonth(row) : undefined;
  if (month !== undefined) {
    const key = `${year} ${month}`;
    tally.birthdays.set(key, (tally.birthdays.get(key) ?? 0n) + 1n);
  }
}

/** Cash to one payee on a day and the days before it. */
export function cashBefore(
  tally: Tally,
  payee: string,
  { date, days }: { date: BusinessDate; days: number },
): Readonly<Sum> {
  if (payee === "") return emptySum;
  const found: Sum = { ...emptySum, rows: [] };
  for (let back = days; back >= 0; back -= 1) {
    const day = tally.cash.get(`${payee} ${addDays(date, -back)}`);
    if (day === undefined) continue;
    found.total += day.total;
    found.count += day.count;
    found.shownFen += day.shownFen;
    found.rows.push(...day.rows);
  }
  return found;
}

/** A sum as a fact with its rows; what is not shown row by row stands in one row for the rest. */
export function asFact(sum: Readonly<Sum>): KnownFact {
  const rest = sum.count - sum.rows.length;
  const more = { label: `其余${rest}笔`, href: "", amountFen: sum.total - sum.shownFen };
  return { value: sum.total, source: { rows: rest > 0 ? [...sum.rows, more] : [...sum.rows] } };
}

/** The month whose birthdays a row is about, as its summary says it. */
export function birthdayMonth({ summary }: Pick<SheetRow, "summary">): string | undefined {
  return /(十[一二]?|[一二三四五六七八九]|\d{1,2})月/u.exec(summary)?.[1];
}

function addTo<Key>(sums: Map<Key, Sum>, key: Key, row: SourceRow): void {
  const sum = sums.get(key) ?? { total: 0n, rows: [], shownFen: 0n, count: 0 };
  sum.total += row.amountFen;
  sum.count += 1;
  if (sum.rows.length < SHOWN_ROWS) {
    sum.rows.push(row);
    sum.shownFen += row.amountFen;
  }
  sums.set(key, sum);
}
