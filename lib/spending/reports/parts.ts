import type { Tx } from "@/lib/server/db";
import type { Parts } from "../model";

/** The parts of a document together with who has vouched for it in the present round. */
export type KnownParts = Parts & { witnessedById: bigint | null };

/** Who has a part in a document, by person: from the document and from the steps of its present round; null when it is not there. */
export async function partsOf(tx: Tx, documentId: bigint): Promise<KnownParts | null> {
  return (await partsOfAll(tx, [documentId])).get(documentId) ?? null;
}

/** As `partsOf`, for many documents at once; what is not there is left out. */
export async function partsOfAll(
  tx: Tx,
  documentIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, KnownParts>> {
  if (documentIds.length === 0) return new Map();
  const documents = await tx.spendingDocument.findMany({
    where: { id: { in: [...documentIds] } },
    select: {
      ...{ id: true, claimantId: true, recordedById: true, witnessId: true },
      steps: { select: { action: true, byId: true }, orderBy: { id: "asc" } },
    },
  });
  return new Map(
    documents.map(({ id, steps, ...fixed }) => {
      const round = steps.slice(steps.findLastIndex((step) => step.action === "submit") + 1);
      const lastBy = (action: string) => round.findLast((step) => step.action === action)?.byId ?? null;
      const taken = { reviewerId: lastBy("review"), approverId: lastBy("approve"), cashierId: lastBy("pay") };
      return [id, { ...fixed, ...taken, witnessedById: lastBy("confirmWitness") }];
    }),
  );
}
