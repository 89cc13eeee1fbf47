import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { stateLabels } from "../labels";
import { clashOf, inTransitStates, isIn } from "../model";
import { type DocumentRow, documentOf, tooLate } from "../reports/document";
import { partsOf } from "../reports/parts";
import { witnessInput } from "../schema";
import { type OnPaper, recordStepIn, stepAudit } from "./move-document";

/** 证明: somebody else than the claimant says that it took place or that the goods came. It changes no state. */
export const confirmWitness = defineCommand({
  name: "spending.confirmWitness",
  label: "证明支出属实",
  permission: "spending.witness",
  input: witnessInput,
  async run(tx, { id, version, note }, context) {
    const document = await documentOf(tx, id);
    context.requireUnion(document.unionId);
    if (document.witnessId !== null && document.witnessId !== context.personId()) {
      throw new Refusal("FORBIDDEN", "该单据已指定他人为证明人");
    }
    const value = await witnessIn(tx, context, { document, version, note, onPaper: null });
    return { value, audit: stepAudit(document, document.state, { step: "confirmWitness", note }) };
  },
});

type Witnessing = { document: DocumentRow; version: number; note: string; onPaper: OnPaper | null };

/** Records a witness, online or on paper, once per round, until payment. */
export async function witnessIn(tx: Tx, context: Context, { document, version, note, onPaper }: Witnessing) {
  const { id, state } = document;
  if (document.version !== version) throw await tooLate(tx, id);
  if (!isIn(inTransitStates, state)) {
    throw new Refusal("CONFLICT", `该单据现为“${stateLabels[state]}”，不需要证明`);
  }
  const parts = await partsOf(tx, id);
  if (parts === null) throw await tooLate(tx, id);
  if (parts.witnessedById !== null) throw new Refusal("CONFLICT", "该单据已有人证明");
  const witnessId = onPaper?.signerId ?? context.personId();
  const clash = clashOf("confirmWitness", witnessId, parts);
  if (clash !== null) throw new Refusal("POLICY", clash);
  const changed = await tx.spendingDocument.updateMany({
    where: { id, state, version },
    data: { witnessId, version: { increment: 1 }, updatedAt: now() },
  });
  if (changed.count === 0) throw await tooLate(tx, id);
  await recordStepIn(tx, context, { document, action: "confirmWitness", note, onPaper });
  return { id: id.toString(), version: version + 1, state };
}
