import { fromDbDate } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import { foreignUseText, plainNumber } from "../facts/papers";
import { countedStates, openingFactCodes } from "../model";
import type { PriorSpending } from "../sheet-tally";
import type { ListRow } from "./list-file";

/**
 * What the portal knows of a union's spending beside a list: paid and in transit, opening figures, invoices in use.
 * Documents that came from rows of this very list are left out, since the list itself counts them.
 */
export async function priorSpendingIn(
  tx: Tx,
  unionId: number,
  rows: readonly ListRow[],
): Promise<PriorSpending> {
  const keys = new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])));
  const documents = await tx.spendingDocument.findMany({
    where: {
      ...{ unionId, kind: "CLAIM", state: { in: [...countedStates] } },
      OR: [{ type: "FESTIVAL" }, { paymentMethod: "CASH" }],
    },
    select: {
      ...{ id: true, number: true, title: true, type: true, occurredOn: true, amountFen: true },
      ...{ paymentMethod: true, payeeName: true, importKey: true },
    },
    orderBy: { id: "asc" },
  });
  const others = documents.flatMap((document) => {
    if (document.occurredOn === null || (document.importKey !== null && keys.has(document.importKey)))
      return [];
    const label = `${document.number ?? ""} ${document.title}`.trim();
    const row = { label, href: `/spending/${document.id}`, amountFen: document.amountFen };
    return [{ ...document, date: fromDbDate(document.occurredOn), row }];
  });
  const opening = await tx.openingFact.findMany({
    where: { unionId, code: openingFactCodes.spent, label: { contains: "节日慰问" } },
    select: { year: true, label: true, amountFen: true },
  });
  return {
    festival: [
      ...opening.map(({ year, label, amountFen }) => ({
        year,
        row: { label, href: "/ledger/opening", amountFen: amountFen ?? 0n },
      })),
      ...others
        .filter(({ type }) => type === "FESTIVAL")
        .map(({ date, row }) => ({ year: Number(date.slice(0, 4)), row })),
    ],
    cash: others
      .filter(({ paymentMethod }) => paymentMethod === "CASH")
      .map(({ payeeName, date, row }) => ({ payee: payeeName ?? "", date, row })),
    invoices: await invoicesOf(tx, { unionId, keys }, rows),
  };
}

async function invoicesOf(
  tx: Tx,
  { unionId, keys }: { unionId: number; keys: ReadonlySet<string> },
  rows: readonly ListRow[],
): Promise<PriorSpending["invoices"]> {
  const written = [...new Set(rows.map(({ row }) => row.invoiceNo).filter((number) => number !== ""))];
  if (written.length === 0) return [];
  const plain = written.map(plainNumber);
  const own = await tx.$queryRaw<{ number: string; label: string; import_key: string | null }[]>`
    select u.number, to_char(u.used_on, 'YYYY-MM-DD') || '在' || coalesce(d.number, '另一单') label, d.import_key
      from invoice_use u join spending_document d on d.id = u.document_id
     where u.is_active and u.union_id = ${unionId} and u.number = any (${plain}::text[])`;
  const taken = await tx.$queryRaw<{ number: string }[]>`
    select number from invoices_in_use(${plain}::text[]) as used(number)`;
  const mine = new Map(own.map((use) => [use.number, use]));
  const foreign = new Set(taken.map(({ number }) => number).filter((number) => !mine.has(number)));
  return written.flatMap((number) => {
    const use = mine.get(plainNumber(number));
    if (use !== undefined) {
      return use.import_key !== null && keys.has(use.import_key) ? [] : [{ number, where: use.label }];
    }
    return foreign.has(plainNumber(number)) ? [{ number, where: foreignUseText }] : [];
  });
}
