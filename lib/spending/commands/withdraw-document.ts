import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { countedStates } from "../model";
import { withdrawInput } from "../schema";
import { moveIn, openFor, stepAudit } from "./move-document";
import { releaseIn } from "./release-document";

/** Takes a document back before it is decided; an approved request is given up this way, which frees its budget. */
export const withdrawDocument = defineCommand({
  name: "spending.withdrawDocument",
  label: "撤回支出单据",
  permission: "spending.enter",
  input: withdrawInput,
  async run(tx, { id, version, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "withdraw" });
    const personId = context.personId();
    if (personId !== document.claimantId && personId !== document.recordedById) {
      throw new Refusal("FORBIDDEN", "只有经办人或录入人可以撤回");
    }
    const claims = await tx.spendingDocument.count({
      where: { requestId: id, kind: "CLAIM", state: { in: [...countedStates] } },
    });
    if (claims > 0) {
      throw new Refusal("CONFLICT", `已有 ${claims} 张报销单按此申请办理，不能撤回申请`);
    }
    await releaseIn(tx, id);
    const moved = await moveIn(tx, context, { document, version, action: "withdraw", note });
    return { value: moved, audit: stepAudit(document, to, { note }) };
  },
});
