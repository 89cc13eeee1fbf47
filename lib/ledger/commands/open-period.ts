import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { periodInput } from "../schema";

/** Lets a paused month take vouchers again. A closed month stays closed (F32). */
export const openPeriod = defineCommand({
  name: "ledger.openPeriod",
  label: "恢复记账月份",
  permission: "ledger.post",
  input: periodInput,
  async run(tx, { unionId, month }, context) {
    context.requireUnion(unionId);
    const opened = await tx.ledgerPeriod.updateMany({
      where: { unionId, month, state: "PAUSED" },
      data: { state: "OPEN" },
    });
    if (opened.count === 0) throw new Refusal("CONFLICT", `${month} 没有暂停，没有改动`);
    return {
      value: { unionId, month },
      audit: {
        subject: `ledger_period:${unionId}:${month}`,
        unionId,
        detail: { old: "PAUSED", new: "OPEN" },
      },
    };
  },
});
