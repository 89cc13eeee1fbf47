import { today as dayNow, now, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { voucherStepInput } from "../schema";
import { tooLate, voucherForStep } from "./find-voucher";

/** Reviews a voucher inside the caller's transaction; the reviewer is another person than the maker and no cashier. */
export async function reviewVoucherIn(
  tx: Tx,
  step: { voucherId: bigint; version: number; reviewerId: bigint },
): Promise<{ unionId: number; version: number }> {
  const voucher = await voucherForStep(tx, step.voucherId);
  if (voucher.makerId === step.reviewerId)
    throw new Refusal(
      "FORBIDDEN",
      "制单人不能稽核自己填制的凭证，请由其他稽核人员办理（《会计法》第二十五条）",
    );
  await refuseCashier(tx, voucher.unionId, step.reviewerId);
  const moved = await tx.voucher.updateMany({
    where: { id: step.voucherId, state: "SUBMITTED", version: step.version },
    data: { state: "REVIEWED", reviewerId: step.reviewerId, reviewedAt: now(), version: { increment: 1 } },
  });
  if (moved.count === 0) throw await tooLate(tx, step.voucherId);
  return { unionId: voucher.unionId, version: step.version + 1 };
}

async function refuseCashier(tx: Tx, unionId: number, personId: bigint): Promise<void> {
  const on = toDbDate(dayNow());
  const held = await tx.roleGrant.findFirst({
    where: {
      unionId,
      personId,
      role: "CASHIER",
      revokedAt: null,
      from: { lte: on },
      OR: [{ to: null }, { to: { gte: on } }],
    },
    select: { id: true },
  });
  if (held !== null) throw new Refusal("FORBIDDEN", "出纳不得兼任稽核（F24，《会计法》第三十五条）");
}

/** Reviews a voucher (稽核). */
export const reviewVoucher = defineCommand({
  name: "ledger.reviewVoucher",
  label: "稽核凭证",
  permission: "ledger.review",
  input: voucherStepInput,
  async run(tx, input, context) {
    const reviewed = await reviewVoucherIn(tx, { ...input, reviewerId: context.personId() });
    return {
      value: { voucherId: input.voucherId.toString(), version: reviewed.version },
      audit: {
        subject: `voucher:${input.voucherId}`,
        unionId: reviewed.unionId,
        detail: { old: "SUBMITTED", new: "REVIEWED" },
      },
    };
  },
});
