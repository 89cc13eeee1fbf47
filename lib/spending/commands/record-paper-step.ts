import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { labelIn, stateLabels, stepLabels } from "../labels";
import { inTransitStates, isIn } from "../model";
import { documentOf, tooLate } from "../reports/document";
import { recordPaperStepInput } from "../schema";
import { isOfUnion } from "./check-draft";
import { witnessIn } from "./confirm-witness";
import { recordStepIn, stepAudit } from "./move-document";

/** Records what was signed on paper beside the decision itself: 证明, 分会审核, 委员会纪要, with signer, date and scan. */
export const recordPaperStep = defineCommand({
  name: "spending.recordPaperStep",
  label: "登记纸质签字",
  permission: "spending.enter",
  input: recordPaperStepInput,
  async run(tx, { id, version, action, onPaper, note }, context) {
    const document = await documentOf(tx, id);
    context.requireUnion(document.unionId);
    if (!(await isOfUnion(tx, document.unionId, onPaper.signerId))) {
      throw new Refusal("INVALID", "签字人不在本工会的岗位或会员名册中", [
        { path: "onPaper.signerId", message: "不在本工会的岗位或会员名册中" },
      ]);
    }
    const audit = stepAudit(document, document.state, { step: action, signedOn: onPaper.signedOn, note });
    if (action === "confirmWitness") {
      return { value: await witnessIn(tx, context, { document, version, note, onPaper }), audit };
    }
    if (!isIn(inTransitStates, document.state)) {
      const what = labelIn(stepLabels, action);
      throw new Refusal("CONFLICT", `该单据现为“${stateLabels[document.state]}”，不能登记${what}`);
    }
    const changed = await tx.spendingDocument.updateMany({
      where: { id, state: document.state, version },
      data: { version: { increment: 1 }, updatedAt: now() },
    });
    if (changed.count === 0) throw await tooLate(tx, id);
    await recordStepIn(tx, context, { document, action, note, onPaper });
    return { value: { id: id.toString(), version: version + 1, state: document.state }, audit };
  },
});
