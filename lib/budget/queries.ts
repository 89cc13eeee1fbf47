import { z } from "zod";
import { fromDbDate } from "@/lib/core/dates";
import { unionIdSchema } from "@/lib/core/ids";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import {
  type BudgetAmount,
  type BudgetRoomRow,
  type BudgetUse,
  percentOf,
  roomsOf,
  type UseKind,
} from "./model";
import { budgetInput } from "./schema";

/** The budget in force for a union and year, with its expenditure lines; null when none has been approved. */
export async function budgetInForce(
  tx: Tx,
  unionId: number,
  year: number,
): Promise<{
  id: bigint;
  revision: number;
  incomeFen: bigint;
  approvedOn: string;
  approvalNo: string | null;
  lines: BudgetAmount[];
} | null> {
  const budget = await tx.budget.findFirst({
    where: { unionId, year, supersededAt: null },
    select: {
      id: true,
      revision: true,
      incomeFen: true,
      approvedOn: true,
      approvalNo: true,
      lines: { select: { accountCode: true, amountFen: true }, orderBy: { accountCode: "asc" } },
    },
  });
  return budget && { ...budget, approvedOn: fromDbDate(budget.approvedOn) };
}

type UseRow = { account_code: string; kind: UseKind; label: string; href: string; amount_fen: bigint };

/**
 * Every use of a union's budget in a year, in fen; the document being worked on is left out. Booked money comes from
 * the period balances of books kept here; a request counts for what its claims have not taken over.
 */
export async function budgetUses(
  tx: Tx,
  of: { unionId: number; year: number; exceptDocumentId?: bigint | null; exceptRequestId?: bigint | null },
): Promise<BudgetUse[]> {
  const { unionId, year } = of;
  const except = of.exceptDocumentId ?? null;
  const exceptRequest = of.exceptRequestId ?? null;
  const rows = await tx.$queryRaw<UseRow[]>`
    with taken as (
      select d.request_id, r.account_code, sum(r.amount_fen) fen
        from budget_reservation r join spending_document d on d.id = r.document_id
       where r.union_id = ${unionId} and r.year = ${year} and r.state <> 'VOIDED' and d.request_id is not null
         and d.id is distinct from ${except}::bigint
       group by 1, 2),
    here as (select books_in = 'PORTAL' is_here from trade_union where id = ${unionId})
    select r.account_code, case when r.state = 'PENDING' then 'TRANSIT' else 'PAID' end kind,
           coalesce(d.number, '') || ' ' || d.title label, '/spending/' || d.id href,
           (case when d.kind = 'REQUEST' then greatest(r.amount_fen - coalesce(t.fen, 0), 0) else r.amount_fen end)::bigint amount_fen
      from budget_reservation r
      join spending_document d on d.id = r.document_id
      left join voucher v on v.id = d.voucher_id
      left join taken t on t.request_id = d.id and t.account_code = r.account_code
     where r.union_id = ${unionId} and r.year = ${year} and r.state <> 'VOIDED'
       and d.id is distinct from ${except}::bigint and d.id is distinct from ${exceptRequest}::bigint
       and (r.state = 'PENDING' or v.state is null or v.state <> 'POSTED' or not (select is_here from here))
    union all
    select b.account_code, 'BOOKED', b.month || ' 记账', '/ledger/accounts?unionId=' || b.union_id || '&account=' || b.account_code || '&month=' || b.month,
           b.debit_fen
      from period_balance b
     where b.union_id = ${unionId} and b.month between ${`${year}-01`} and ${`${year}-12`} and b.account_code like '5%'
       and b.debit_fen <> 0 and (select is_here from here)
     order by 1, 3`;
  return rows
    .filter((row) => row.amount_fen !== 0n)
    .map((row) => ({
      accountCode: row.account_code,
      kind: row.kind,
      label: row.label.trim(),
      href: row.href,
      amountFen: row.amount_fen,
    }));
}

/** What is left of every line of the budget in force; null when the year has no approved budget. */
export async function budgetRooms(
  tx: Tx,
  of: { unionId: number; year: number; exceptDocumentId?: bigint | null; exceptRequestId?: bigint | null },
): Promise<{ incomeFen: bigint; revision: number; rooms: BudgetRoomRow[]; uncovered: BudgetUse[] } | null> {
  const budget = await budgetInForce(tx, of.unionId, of.year);
  if (budget === null) return null;
  const { incomeFen, revision, lines } = budget;
  return { incomeFen, revision, ...roomsOf(lines, await budgetUses(tx, of)) };
}

/** The budget of a union and year with its execution, line by line; each figure with its rows. */
export const getBudget = defineQuery({
  name: "budget.getBudget",
  label: "查看预算执行",
  permission: "budget.view",
  input: budgetInput,
  async run(tx, { unionId, year }, context) {
    context.requireUnion(unionId);
    const budget = await budgetInForce(tx, unionId, year);
    const uses = await budgetUses(tx, { unionId, year });
    const { rooms, uncovered } = roomsOf(budget?.lines ?? [], uses);
    const names = await accountNames(tx, [...rooms, ...uncovered]);
    const total = (of: (room: BudgetRoomRow) => bigint) => rooms.reduce((sum, room) => sum + of(room), 0n);
    const approvedFen = total((room) => room.approvedFen);
    const executedFen = total((room) => room.executedFen);
    const transitFen = total((room) => room.transitFen);
    return {
      budget: budget && {
        revision: budget.revision,
        incomeFen: budget.incomeFen,
        approvedOn: budget.approvedOn,
        approvalNo: budget.approvalNo,
      },
      lines: rooms.map((room) => ({
        ...room,
        name: names.get(room.accountCode) ?? "",
        executionRate: percentOf(room.executedFen, room.approvedFen),
        rateWithTransit: percentOf(room.executedFen + room.transitFen, room.approvedFen),
      })),
      uncovered: uncovered.map((use) => ({ ...use, name: names.get(use.accountCode) ?? "" })),
      total: {
        approvedFen,
        executedFen,
        transitFen,
        availableFen: approvedFen - executedFen - transitFen,
        executionRate: percentOf(executedFen, approvedFen),
        rateWithTransit: percentOf(executedFen + transitFen, approvedFen),
      },
    };
  },
});

/** All revisions of a union's budgets, the newest first. */
export const listBudgets = defineQuery({
  name: "budget.listBudgets",
  label: "查看预算版本",
  permission: "budget.view",
  input: z.strictObject({ unionId: unionIdSchema }),
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const budgets = await tx.budget.findMany({
      where: { unionId },
      orderBy: [{ year: "desc" }, { revision: "desc" }],
      select: {
        ...{ id: true, year: true, revision: true, incomeFen: true },
        ...{ approvedOn: true, approvalNo: true, enteredAt: true, supersededAt: true },
      },
    });
    return budgets.map((budget) => ({
      ...budget,
      id: budget.id.toString(),
      approvedOn: fromDbDate(budget.approvedOn),
      enteredAt: budget.enteredAt.toISOString(),
      supersededAt: budget.supersededAt?.toISOString() ?? null,
    }));
  },
});

async function accountNames(
  tx: Tx,
  rows: readonly { accountCode: string }[],
): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(rows.map((row) => row.accountCode))];
  const accounts = await tx.ledgerAccount.findMany({
    where: { code: { in: codes } },
    select: { code: true, fullName: true },
  });
  return new Map(accounts.map((account) => [account.code, account.fullName]));
}
