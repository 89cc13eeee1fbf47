import { fromDbDate, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { reversalSummary, reversed } from "../model";
import { reverseVoucherInput } from "../schema";
import { createVoucherIn } from "./create-voucher";
import { refuseFuture } from "./enter-voucher";
import { tooLate, voucherForStep } from "./find-voucher";

/**
 * Writes the red reversal of a posted voucher, handed in for review like any other. Both pages link to each other;
 * a second reversal is refused, and so is one across years (规范第五十一条: 以前年度用蓝字更正).
 */
export const reverseVoucher = defineCommand({
  name: "ledger.reverseVoucher",
  label: "红字冲销凭证",
  permission: "ledger.enter",
  input: reverseVoucherInput,
  async run(tx, { voucherId, voucherDate }, context) {
    const original = await voucherForStep(tx, voucherId);
    if (original.state !== "POSTED" || original.number === null) throw await tooLate(tx, voucherId);
    if (original.kind === "REVERSAL") throw new Refusal("CONFLICT", "冲销凭证不能再冲销，请另做蓝字凭证");
    const day = fromDbDate(original.voucherDate);
    refuseFuture(voucherDate, context.today);
    if (voucherDate < day)
      throw new Refusal("INVALID", "冲销日期不能早于原凭证日期", [
        { path: "voucherDate", message: "不能早于原凭证日期" },
      ]);
    if (yearOf(voucherDate) !== yearOf(day))
      throw new Refusal(
        "POLICY",
        "以前年度的差错用蓝字更正凭证，记入年初余额调整（规范第五十一条），不做红字冲销",
      );
    const earlier = await tx.voucher.findUnique({ where: { reversesId: voucherId }, select: { id: true } });
    if (earlier !== null) throw new Refusal("CONFLICT", "该凭证已有红字冲销凭证，不能再次冲销");
    const summary = reversalSummary({ voucherDate: day, number: original.number });
    const lines = await tx.ledgerLine.findMany({
      where: { voucherId },
      select: { summary: true, accountCode: true, side: true, amountFen: true, isRed: true },
      orderBy: { lineNumber: "asc" },
    });
    const created = await createVoucherIn(tx, {
      unionId: original.unionId,
      voucherDate,
      kind: "REVERSAL",
      attachmentCount: 0,
      makerId: context.personId(),
      state: "SUBMITTED",
      reversesId: voucherId,
      lines: reversed(lines, summary),
    });
    return {
      value: { voucherId: created.id.toString(), version: created.version },
      audit: {
        subject: `voucher:${created.id}`,
        unionId: original.unionId,
        detail: { reverses: voucherId.toString(), summary },
      },
    };
  },
});
