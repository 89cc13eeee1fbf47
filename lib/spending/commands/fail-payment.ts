import { reopenIn } from "@/lib/budget/commands/reserve-budget";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { paymentFailedInput } from "../schema";
import { moveIn, openFor, stepAudit } from "./move-document";

/** 付款失败或退汇: the claim waits for payment again and its budget is in transit again. */
export const failPayment = defineCommand({
  name: "spending.failPayment",
  label: "登记付款失败",
  permission: "spending.pay",
  input: paymentFailedInput,
  async run(tx, { id, version, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "paymentFailed" });
    if (document.voucherId !== null) {
      throw new Refusal("CONFLICT", "该单据已制单，请会计先退回并删除凭证草稿，再登记退汇");
    }
    await reopenIn(tx, id);
    const moved = await moveIn(tx, context, {
      ...{ document, version, action: "paymentFailed", note },
      data: { paidOn: null, paidMethod: null },
    });
    return { value: moved, audit: stepAudit(document, to, { note }) };
  },
});
