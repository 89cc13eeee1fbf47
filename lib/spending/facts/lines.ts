import { parseDate } from "@/lib/core/dates";
import { parseYuan } from "@/lib/core/money";
import type { Facts, SourceRow } from "@/lib/policy/facts";
import type { PolicyData } from "@/lib/policy/judge";
import { entriesOn, hitsIn } from "@/lib/policy/lists";
import type { ContextRow, DraftContext } from "../model";
import type { Draft, DraftLine } from "../schema";
import { isSpendingType, spendingTypes } from "../types-of-spending";

/** Facts by id, as one part of a draft yields them; undefined is not known. */
export type Known = Record<string, Facts[string]>;

/** The sum of a draft's lines in fen; null while a line has no readable amount. */
export function amountOf(draft: Pick<Draft, "lines">): bigint | null {
  let total = 0n;
  for (const line of draft.lines) {
    const amount = parseYuan(line.amount);
    if (amount === null) return null;
    total += amount;
  }
  return draft.lines.length === 0 ? null : total;
}

/** The account a line goes to: as chosen, else the one the kind of spending goes to by default. */
export function accountOf(draft: Pick<Draft, "type">, line: Pick<DraftLine, "accountCode">): string {
  if (line.accountCode !== "") return line.accountCode;
  return isSpendingType(draft.type) ? spendingTypes[draft.type].accountCode : "";
}

/** What the lines say: goods, accounts and the dearest piece of equipment. */
export function lineFacts(draft: Draft, policy: PolicyData): Known {
  const names = draft.lines.map((line) => line.name.trim()).filter((name) => name !== "");
  const known: Known = { itemNames: names.length === 0 ? undefined : names };
  const on = parseDate(draft.occurredOn);
  if (draft.lines.length === 0 || on === null) return known;
  const words = entriesOn(policy.lists, "DURABLE_GOODS", on);
  const lines = draft.lines.map((line) => ({
    line,
    accountCode: accountOf(draft, line),
    unitPrice: unitPriceOf(line),
    isDurable: line.asset === "NONE" ? false : line.asset !== "" || hitsIn([line.name], words).length > 0,
  }));
  const dearest = lines
    .filter((each) => each.isDurable && !each.accountCode.startsWith("507"))
    .toSorted((left, right) => ((left.unitPrice ?? 0n) > (right.unitPrice ?? 0n) ? -1 : 1))[0];
  const odd = lines.find(
    (each) => draft.type === "MEAL" && each.accountCode !== spendingTypes.MEAL.accountCode,
  );
  const chosen = dearest ?? odd ?? lines[0];
  return {
    ...known,
    accountCode: chosen?.accountCode || undefined,
    usefulLife: dearest !== undefined,
    // A line that is no equipment has no unit price to compare with the standard of fixed assets.
    unitPrice: dearest === undefined ? 0n : (dearest.unitPrice ?? undefined),
    itemKind: dearest?.line.asset === "SPECIAL" ? "SPECIAL" : "GENERAL",
  };
}

function unitPriceOf(line: DraftLine): bigint | null {
  if (line.unitPrice.trim() !== "") return parseYuan(line.unitPrice);
  const amount = parseYuan(line.amount);
  const count = /^\d{1,9}$/u.test(line.quantity.trim()) ? BigInt(line.quantity.trim()) : 1n;
  return amount === null || count === 0n ? amount : amount / count;
}

/** A row behind a number, back from JSON. */
export function sourceRow(row: ContextRow): SourceRow {
  return { label: row.label, href: row.href, amountFen: BigInt(row.amountFen) };
}

/** The budget line that covers an account: the one with the longest code that begins it. */
export function lineCovering<Line extends { accountCode: string }>(
  lines: readonly Line[],
  accountCode: string,
): Line | null {
  const covering = lines.filter((line) => accountCode.startsWith(line.accountCode));
  return covering.toSorted((left, right) => right.accountCode.length - left.accountCode.length)[0] ?? null;
}

/**
 * How much the budget bears of this document: what is left on its lines when every line suffices, otherwise each
 * line's part at most. One account alone gives exactly what is left of it.
 */
export function budgetFacts(draft: Draft, { budget }: DraftContext, amount: bigint | null): Known {
  if (budget === null || amount === null) return {};
  const wanted = new Map<string, bigint>();
  for (const line of draft.lines) {
    const code = accountOf(draft, line);
    const covering = lineCovering(budget, code)?.accountCode ?? "";
    wanted.set(covering, (wanted.get(covering) ?? 0n) + (parseYuan(line.amount) ?? 0n));
  }
  const shares = [...wanted].map(([code, fen]) => {
    const room = budget.find((line) => line.accountCode === code);
    return { fen, left: BigInt(room?.availableFen ?? "0"), rows: room?.rows ?? [] };
  });
  const fits = shares.every(({ fen, left }) => fen <= left);
  const borne = shares.reduce((sum, { fen, left }) => sum + (fits || left < fen ? left : fen), 0n);
  return {
    budgetLineAvailable: {
      value: borne,
      source: { rows: shares.flatMap(({ rows }) => rows.map(sourceRow)) },
    },
  };
}
