import { now } from "@/lib/core/dates";
import { defineCommand } from "@/lib/server/command";
import { returnVoucherInput } from "../schema";
import { tooLate, voucherForStep } from "./find-voucher";

/** Sends a voucher that is not posted yet back to its maker with a reason; it is a draft again. */
export const returnVoucher = defineCommand({
  name: "ledger.returnVoucher",
  label: "退回凭证",
  permission: "ledger.review",
  input: returnVoucherInput,
  async run(tx, { voucherId, version, reason }, context) {
    const voucher = await voucherForStep(tx, voucherId);
    const moved = await tx.voucher.updateMany({
      where: { id: voucherId, state: { in: ["SUBMITTED", "REVIEWED"] }, version, exportedAt: null },
      data: {
        state: "DRAFT",
        reviewerId: null,
        reviewedAt: null,
        returnReason: reason,
        returnedById: context.personId(),
        returnedAt: now(),
        version: { increment: 1 },
      },
    });
    if (moved.count === 0) throw await tooLate(tx, voucherId);
    return {
      value: { voucherId: voucherId.toString(), version: version + 1 },
      audit: {
        subject: `voucher:${voucherId}`,
        unionId: voucher.unionId,
        detail: { old: voucher.state, new: "DRAFT", reason },
      },
    };
  },
});
