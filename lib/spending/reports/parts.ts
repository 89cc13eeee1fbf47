import type { Tx } from "@/lib/server/db";
import type { Parts } from "../model";

/** Who has a part in a document, by person: from the document and from the steps of its present round; null when it is not there. */
export async function partsOf(
  tx: Tx,
  documentId: bigint,
): Promise<(Parts & { witnessedById: bigint | null }) | null> {
  const document = await tx.spendingDocument.findUnique({
    where: { id: documentId },
    select: {
      ...{ claimantId: true, recordedById: true, witnessId: true },
      steps: { select: { action: true, byId: true }, orderBy: { id: "asc" } },
    },
  });
  if (document === null) return null;
  const { steps, ...fixed } = document;
  const round = steps.slice(steps.findLastIndex((step) => step.action === "submit") + 1);
  const lastBy = (action: string) => round.findLast((step) => step.action === action)?.byId ?? null;
  return {
    ...fixed,
    reviewerId: lastBy("review"),
    approverId: lastBy("approve"),
    cashierId: lastBy("pay"),
    witnessedById: lastBy("confirmWitness"),
  };
}
