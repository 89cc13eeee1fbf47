import { now } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import type { BudgetAmount } from "../model";

/** Whose reservation it is. */
export type Reserved = { unionId: number; year: number; documentId: bigint };

/**
 * Promises money to a document (在途), one row per account, in fen. Takes the lock of the year's budget first, so that
 * whoever reads what is left and reserves afterwards does it alone; under Serializable a reader of old figures is
 * made to start again.
 */
export async function reserveIn(tx: Tx, of: Reserved, amounts: readonly BudgetAmount[]): Promise<void> {
  await lockBudgetIn(tx, of);
  await voidIn(tx, of.documentId);
  for (const { accountCode, amountFen } of amounts.toSorted((a, b) =>
    a.accountCode < b.accountCode ? -1 : 1,
  )) {
    if (amountFen === 0n) continue;
    await tx.$executeRaw`
      insert into budget_reservation (union_id, year, account_code, document_id, amount_fen)
      values (${of.unionId}, ${of.year}, ${accountCode}, ${of.documentId}, ${amountFen})
      on conflict (document_id, account_code) do update
        set amount_fen = excluded.amount_fen, year = excluded.year, state = 'PENDING', settled_at = null`;
  }
}

/** Locks the budget in force, so that reservations of one union and year are made one after the other. */
export async function lockBudgetIn(tx: Tx, of: { unionId: number; year: number }): Promise<void> {
  await tx.$queryRaw`
    select id from budget where union_id = ${of.unionId} and year = ${of.year} and superseded_at is null for update`;
}

/** Uses up what a document had reserved, at payment. */
export async function settleIn(tx: Tx, documentId: bigint): Promise<void> {
  await tx.budgetReservation.updateMany({
    where: { documentId, state: "PENDING" },
    data: { state: "POSTED", settledAt: now() },
  });
}

/** Gives back what a document had reserved, when it is returned, refused or withdrawn. */
export async function voidIn(tx: Tx, documentId: bigint): Promise<void> {
  await tx.budgetReservation.updateMany({
    where: { documentId, state: "PENDING" },
    data: { state: "VOIDED" },
  });
}

/** Makes a paid reservation pending again, when the payment came back (退汇). */
export async function reopenIn(tx: Tx, documentId: bigint): Promise<void> {
  await tx.budgetReservation.updateMany({
    where: { documentId, state: "POSTED" },
    data: { state: "PENDING", settledAt: null },
  });
}
