import { Refusal } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { defineCommand } from "@/lib/server/command";
import { enterVoucherInput } from "../schema";
import { createVoucherIn } from "./create-voucher";

/** A day that has not come yet cannot have its vouchers. */
export function refuseFuture(voucherDate: string, today: string): void {
  if (voucherDate <= today) return;
  throw new Refusal("INVALID", "凭证日期不能晚于今天", [{ path: "voucherDate", message: "不能晚于今天" }]);
}

/** Enters a hand-made voucher, as a draft or handed in for review. */
export const enterVoucher = defineCommand({
  name: "ledger.enterVoucher",
  label: "填制凭证",
  permission: "ledger.enter",
  input: enterVoucherInput,
  async run(tx, { step, ...input }, context) {
    context.requireUnion(input.unionId);
    refuseFuture(input.voucherDate, context.today);
    const state = step === "submit" ? "SUBMITTED" : "DRAFT";
    const created = await createVoucherIn(tx, { ...input, state, makerId: context.personId() });
    return {
      value: { voucherId: created.id.toString(), version: created.version },
      audit: {
        subject: `voucher:${created.id}`,
        unionId: input.unionId,
        detail: toJson({ date: input.voucherDate, kind: input.kind, state, lines: input.lines }),
      },
    };
  },
});
