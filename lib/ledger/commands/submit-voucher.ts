import { fromDbDate } from "@/lib/core/dates";
import { defineCommand } from "@/lib/server/command";
import { voucherStepInput } from "../schema";
import { checkAgainstBooks, checkComplete } from "./create-voucher";
import { tooLate, voucherForStep } from "./find-voucher";

/** Hands a draft in for review. */
export const submitVoucher = defineCommand({
  name: "ledger.submitVoucher",
  label: "提交凭证稽核",
  permission: "ledger.enter",
  input: voucherStepInput,
  async run(tx, { voucherId, version }, _context) {
    const voucher = await voucherForStep(tx, voucherId);
    const lines = await tx.ledgerLine.findMany({
      where: { voucherId },
      select: { summary: true, accountCode: true, side: true, amountFen: true, isRed: true },
      orderBy: { lineNumber: "asc" },
    });
    await checkAgainstBooks(tx, { ...voucher, voucherDate: fromDbDate(voucher.voucherDate), lines });
    checkComplete({ ...voucher, lines });
    const moved = await tx.voucher.updateMany({
      where: { id: voucherId, state: "DRAFT", version },
      data: { state: "SUBMITTED", version: { increment: 1 } },
    });
    if (moved.count === 0) throw await tooLate(tx, voucherId);
    return {
      value: { voucherId: voucherId.toString(), version: version + 1 },
      audit: {
        subject: `voucher:${voucherId}`,
        unionId: voucher.unionId,
        detail: { old: "DRAFT", new: "SUBMITTED" },
      },
    };
  },
});
