import { useLabels } from "@/lib/budget/labels";
import { budgetInForce, budgetRooms } from "@/lib/budget/queries";
import { addDays, fromDbDate, toDbDate, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { PolicyData } from "@/lib/policy/judge";
import { paramOn } from "@/lib/policy/params";
import type { Tx } from "@/lib/server/db";
import { plainNumber } from "../facts/papers";
import {
  type BudgetRoom,
  type ContextRow,
  countedStates,
  type DraftContext,
  openingFactCodes,
  spendingSubject,
} from "../model";
import { partsOf } from "./parts";
import { peopleOn } from "./people-history";

/** What to gather a context for; ids as numbers of the database. */
export type ContextOf = {
  unionId: number;
  /** The document itself, whose own money and invoices do not count against it. */
  documentId: bigint | null;
  /** The request it carries out, which it takes over. */
  requestId: bigint | null;
  on: string | null;
  people: readonly bigint[];
  invoiceNumbers: readonly string[];
  personIds: readonly bigint[];
};

/** Gathers from real rows everything the rules need to know beyond the form; amounts in fen as decimal text. */
export async function gatherContext(tx: Tx, of: ContextOf, policy: PolicyData): Promise<DraftContext> {
  const { unionId, on } = of;
  const union = await tx.tradeUnion.findUnique({
    where: { id: unionId },
    select: { name: true, creditCode: true },
  });
  if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
  const parts = of.documentId === null ? null : await partsOf(tx, of.documentId);
  const takers = [parts?.reviewerId, parts?.approverId, parts?.cashierId].filter((id) => id != null);
  const people = await peopleOn(tx, of);
  return {
    unionId,
    unionName: union.name,
    unionTaxNo: union.creditCode,
    on,
    festival: on === null ? null : await festivalUse(tx, of, on),
    ...(await yearMoney(tx, of)),
    memberCount: on === null ? null : await memberCount(tx, unionId, on),
    ...people,
    cash: on === null ? [] : await cashAround(tx, of, { on, days: splitDays(policy, on) }),
    invoicesInUse: await invoicesInUse(tx, of),
    personNames: await namesOf(tx, [...(await ownPersons(tx, of)), ...takers]),
    papers: await papersOf(tx, of),
    parts: {
      reviewerId: parts?.reviewerId?.toString() ?? null,
      approverId: parts?.approverId?.toString() ?? null,
      cashierId: parts?.cashierId?.toString() ?? null,
    },
    requestNumber: await requestNumber(tx, of),
  };
}

const shownRows = 40;

/** Rows for the screen: all of them, or the first ones and one row for the rest, so that the sum stays the sum. */
function shortened(rows: readonly ContextRow[]): ContextRow[] {
  if (rows.length <= shownRows) return [...rows];
  const rest = rows.slice(shownRows);
  const amountFen = rest.reduce((sum, row) => sum + BigInt(row.amountFen), 0n).toString();
  return [...rows.slice(0, shownRows), { label: `其余 ${rest.length} 笔`, href: "", amountFen }];
}

/** 已付 + 在途 of 节日慰问 in the year, with figures of the time before the portal, and the drafts beside them. */
async function festivalUse(tx: Tx, of: ContextOf, on: string): Promise<DraftContext["festival"]> {
  const year = yearOf(on);
  const rows = await tx.$queryRaw<{ id: bigint; label: string; amount_fen: bigint }[]>`
    select d.id, d.number || ' ' || d.title label,
           (case when d.kind = 'REQUEST' then greatest(d.amount_fen - coalesce((
             select sum(c.amount_fen) from spending_document c where c.request_id = d.id and c.kind = 'CLAIM'
                and c.state = any (${[...countedStates]}::spending_state[])), 0), 0) else d.amount_fen end)::bigint amount_fen
      from spending_document d
     where d.union_id = ${of.unionId} and d.type = 'FESTIVAL' and d.state = any (${[...countedStates]}::spending_state[])
       and d.occurred_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
       and d.id is distinct from ${of.documentId}::bigint and d.id is distinct from ${of.requestId}::bigint
     order by d.occurred_on, d.id`;
  const opening = await tx.openingFact.findMany({
    where: { unionId: of.unionId, year, code: openingFactCodes.spent, label: { contains: "节日慰问" } },
    select: { label: true, amountFen: true },
  });
  const found = [
    ...opening.map((fact) => ({
      label: fact.label,
      href: "/ledger/opening",
      amountFen: fact.amountFen ?? 0n,
    })),
    ...rows.map((row) => ({ label: row.label, href: `/spending/${row.id}`, amountFen: row.amount_fen })),
  ].filter((row) => row.amountFen !== 0n);
  const drafts = await festivalDrafts(tx, of, year);
  const summed = (all: readonly { amountFen: bigint }[]) =>
    all.reduce((sum, row) => sum + row.amountFen, 0n).toString();
  const shown = (all: readonly (Omit<ContextRow, "amountFen"> & { amountFen: bigint })[]) =>
    shortened(all.map((row) => ({ ...row, amountFen: row.amountFen.toString() })));
  return { usedFen: summed(found), rows: shown(found), draftFen: summed(drafts), drafts: shown(drafts) };
}

/** Other 节日慰问 of the year that still wait as drafts; a draft that carries out a counted request adds nothing. */
async function festivalDrafts(tx: Tx, of: ContextOf, year: number) {
  const rows = await tx.$queryRaw<{ id: bigint; title: string; amount_fen: bigint }[]>`
    select d.id, d.title, d.amount_fen
      from spending_document d
     where d.union_id = ${of.unionId} and d.type = 'FESTIVAL' and d.state = 'DRAFT' and d.amount_fen > 0
       and d.occurred_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
       and d.id is distinct from ${of.documentId}::bigint
       and not exists (select from spending_document r
                        where r.id = d.request_id and r.state = any (${[...countedStates]}::spending_state[]))
     order by d.occurred_on, d.id`;
  return rows.map((row) => ({
    ...{ label: `草稿 ${row.title}`, href: `/spending/${row.id}`, amountFen: row.amount_fen },
  }));
}

/** Budget income of the year and what is left of each line; both unknown while nothing has been approved. */
async function yearMoney(tx: Tx, of: ContextOf): Promise<Pick<DraftContext, "budgetIncome" | "budget">> {
  if (of.on === null) return { budgetIncome: null, budget: null };
  const year = yearOf(of.on);
  const { unionId, documentId, requestId } = of;
  const budget = await budgetInForce(tx, unionId, year);
  if (budget === null) {
    const stated = await tx.openingFact.findFirst({
      where: { unionId, year, code: openingFactCodes.budgetIncome, amountFen: { not: null } },
      select: { label: true, amountFen: true },
      orderBy: { id: "desc" },
    });
    const fen = stated?.amountFen?.toString();
    if (stated === null || fen === undefined) return { budgetIncome: null, budget: null };
    const row = { label: stated.label, href: "/ledger/opening", amountFen: fen };
    return { budgetIncome: { fen, row }, budget: null };
  }
  const href = `/budget?unionId=${unionId}&year=${year}`;
  const fen = budget.incomeFen.toString();
  const label = `${year}年批复预算收入（第${budget.revision}版）`;
  const rooms = await budgetRooms(tx, {
    unionId,
    year,
    exceptDocumentId: documentId,
    exceptRequestId: requestId,
  });
  return {
    budgetIncome: { fen, row: { label, href, amountFen: fen } },
    budget: (rooms?.rooms ?? []).map((room): BudgetRoom => {
      const approved = {
        label: `${room.accountCode} 批复预算`,
        href,
        amountFen: room.approvedFen.toString(),
      };
      const uses = room.uses.map((use) => ({
        label: `${useLabels[use.kind]} ${use.label}`,
        href: use.href,
        amountFen: (-use.amountFen).toString(),
      }));
      return {
        accountCode: room.accountCode,
        availableFen: room.availableFen.toString(),
        rows: shortened([approved, ...uses]),
      };
    }),
  };
}

/** Members on a day by the register; by the opening figures where the register is still empty. */
async function memberCount(tx: Tx, unionId: number, on: string): Promise<number | null> {
  const day = toDbDate(on);
  const count = await tx.membership.count({
    where: { unionId, from: { lte: day }, OR: [{ to: null }, { to: { gte: day } }] },
  });
  if (count > 0) return count;
  const stated = await tx.openingFact.findFirst({
    where: { unionId, code: "MEMBERS", count: { not: null } },
    select: { count: true },
    orderBy: [{ year: "desc" }, { id: "desc" }],
  });
  return stated?.count ?? null;
}

function splitDays(policy: PolicyData, on: string): number {
  return Number(paramOn(policy.params, "P_CASH_SPLIT_DAYS", on, null)?.value ?? 0n);
}

/** Cash claims some days before and after, with their payees (F08); documents are entered in any order. */
async function cashAround(
  tx: Tx,
  of: ContextOf,
  { on, days }: { on: string; days: number },
): Promise<DraftContext["cash"]> {
  const rows = await tx.spendingDocument.findMany({
    where: {
      unionId: of.unionId,
      kind: "CLAIM",
      state: { in: [...countedStates] },
      occurredOn: { gte: toDbDate(addDays(on, -days)), lte: toDbDate(addDays(on, days)) },
      OR: [{ paidMethod: "CASH" }, { paidMethod: null, paymentMethod: "CASH" }],
      ...(of.documentId === null ? {} : { id: { not: of.documentId } }),
    },
    select: { id: true, number: true, title: true, payeeName: true, occurredOn: true, amountFen: true },
    orderBy: { occurredOn: "asc" },
  });
  return rows.map((row) => ({
    payeeName: row.payeeName ?? "",
    row: {
      label: `${row.occurredOn === null ? "" : fromDbDate(row.occurredOn)} ${row.number ?? ""} ${row.title}`,
      href: `/spending/${row.id}`,
      amountFen: row.amountFen.toString(),
    },
  }));
}

/** Which numbers are in use: where, when by this union; nothing but the fact, when by another one. */
async function invoicesInUse(tx: Tx, of: ContextOf): Promise<DraftContext["invoicesInUse"]> {
  const numbers = [...new Set(of.invoiceNumbers.map(plainNumber))].filter((number) => number !== "");
  if (numbers.length === 0) return [];
  const own = await tx.invoiceUse.findMany({
    where: { unionId: of.unionId, number: { in: numbers }, isActive: true },
    select: { number: true, documentId: true, usedOn: true, document: { select: { number: true } } },
  });
  const taken = await tx.$queryRaw<{ number: string }[]>`
    select number from invoices_in_use(${numbers}::text[]) as used(number)`;
  const ownNumbers = new Set(own.map((use) => use.number));
  return [
    ...own
      .filter((use) => use.documentId !== of.documentId)
      .map((use) => ({
        number: use.number,
        where: `${fromDbDate(use.usedOn)}在${use.document.number ?? "另一单"}`,
      })),
    ...taken.filter(({ number }) => !ownNumbers.has(number)).map(({ number }) => ({ number, where: null })),
  ];
}

/** Those of the persons asked for who belong to the union; nobody learns names by trying numbers. */
async function ownPersons(tx: Tx, { unionId, personIds }: ContextOf): Promise<bigint[]> {
  if (personIds.length === 0) return [];
  const where = { unionId, personId: { in: [...personIds] } };
  const officers = await tx.roleGrant.findMany({ where, select: { personId: true } });
  const members = await tx.worker.findMany({ where, select: { personId: true } });
  return [...officers, ...members].map(({ personId }) => personId);
}

async function namesOf(tx: Tx, ids: readonly bigint[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const persons = await tx.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(persons.map((person) => [person.id.toString(), person.name]));
}

/** The document's own papers and those already with the request it carries out. */
async function papersOf(tx: Tx, { documentId, requestId }: ContextOf): Promise<DraftContext["papers"]> {
  const ids = [documentId, requestId].filter((id) => id !== null);
  if (ids.length === 0) return [];
  return tx.attachment.findMany({
    where: { subjectKind: spendingSubject, subjectId: { in: ids }, removedAt: null },
    select: { kind: true, mime: true },
    orderBy: { id: "asc" },
  });
}

async function requestNumber(tx: Tx, { requestId, unionId }: ContextOf): Promise<string | null> {
  if (requestId === null) return null;
  const request = await tx.spendingDocument.findFirst({
    where: { id: requestId, unionId, kind: "REQUEST" },
    select: { number: true },
  });
  return request?.number ?? null;
}
