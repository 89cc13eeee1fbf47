import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { clashOf } from "../model";
import { partsOf } from "../reports/parts";
import { reviewInput } from "../schema";
import { judgeIn, refuseForbidden } from "./judge-document";
import { moveIn, openFor, stepAudit } from "./move-document";

/** 会计审核: papers and rules once more, by a bookkeeper who is not the claimant; what became forbidden does not pass. */
export const reviewDocument = defineCommand({
  name: "spending.reviewDocument",
  label: "会计审核支出",
  permission: "spending.review",
  input: reviewInput,
  async run(tx, { id, version, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "review" });
    const parts = await partsOf(tx, id);
    const clash = parts && clashOf("review", context.personId(), parts);
    if (clash) throw new Refusal("POLICY", clash);
    const { draft, unionId } = document;
    const { verdict } = await judgeIn(tx, { unionId, documentId: id, draft, stage: "ENTRY" });
    refuseForbidden(verdict, "审核通过，请退回或请经办人改正");
    const moved = await moveIn(tx, context, { document, version, action: "review", note });
    return { value: moved, audit: stepAudit(document, to, { note, conclusion: verdict.conclusion }) };
  },
});
