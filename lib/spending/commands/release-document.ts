import { voidIn } from "@/lib/budget/commands/reserve-budget";
import type { Tx } from "@/lib/server/db";

/** Gives back what a document held when it leaves its course: the reserved budget and the invoice numbers. */
export async function releaseIn(tx: Tx, documentId: bigint): Promise<void> {
  await voidIn(tx, documentId);
  await tx.invoiceUse.updateMany({ where: { documentId, isActive: true }, data: { isActive: false } });
}
