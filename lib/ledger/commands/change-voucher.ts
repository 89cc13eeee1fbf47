import { monthOf, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { defineCommand } from "@/lib/server/command";
import { type EntryLine, imbalanceOf, isExpense, isMoney } from "../model";
import { changeVoucherInput } from "../schema";
import { checkAgainstBooks, checkComplete, replaceLinesIn } from "./create-voucher";
import { refuseFuture } from "./enter-voucher";
import { tooLate, voucherForStep } from "./find-voucher";

/** Rewrites a draft; whoever rewrites it is its maker from then on, and so cannot review it. */
export const changeVoucher = defineCommand({
  name: "ledger.changeVoucher",
  label: "修改凭证草稿",
  permission: "ledger.enter",
  input: changeVoucherInput,
  async run(tx, input, context) {
    const { lines, kind, voucherDate, attachmentCount } = input;
    const old = await voucherForStep(tx, input.voucherId);
    refuseFuture(voucherDate, context.today);
    if (old.reversesId !== null)
      throw new Refusal("CONFLICT", "冲销凭证的分录由原凭证决定，不能修改；可删除后另选日期重做");
    await checkAgainstBooks(tx, { unionId: old.unionId, voucherDate, lines });
    if (input.step === "submit") checkComplete({ kind, attachmentCount, lines });
    const before = await tx.ledgerLine.findMany({
      where: { voucherId: old.id },
      select: { summary: true, accountCode: true, side: true, amountFen: true, isRed: true },
      orderBy: { lineNumber: "asc" },
    });
    if (old.documentId !== null) refuseOtherAmounts({ kind: old.kind, lines: before }, { kind, lines });
    const claimed = await tx.voucher.updateMany({
      where: { id: old.id, state: "DRAFT", version: input.version },
      data: {
        month: monthOf(voucherDate),
        voucherDate: toDbDate(voucherDate),
        kind,
        attachmentCount,
        summary: lines[0]?.summary ?? "",
        makerId: context.personId(),
        version: { increment: 1 },
      },
    });
    if (claimed.count === 0) throw await tooLate(tx, old.id);
    await replaceLinesIn(tx, { id: old.id, unionId: old.unionId, lines });
    if (input.step === "submit")
      await tx.voucher.updateMany({ where: { id: old.id }, data: { state: "SUBMITTED" } });
    return {
      value: { voucherId: old.id.toString(), version: input.version + 1 },
      audit: {
        subject: `voucher:${old.id}`,
        unionId: old.unionId,
        detail: toJson({
          old: { date: old.voucherDate, lines: before },
          new: { date: voucherDate, step: input.step, lines },
        }),
      },
    };
  },
});

type Written = { kind: string; lines: readonly EntryLine[] };

/** The voucher of a claim may be put right in its accounts; what was paid and spent stays what was approved. */
function refuseOtherAmounts(before: Written, after: Written): void {
  const isSame = [isMoney, isExpense].every(
    (belongs) =>
      imbalanceOf(before.lines.filter(belongs)) === imbalanceOf(after.lines.filter(belongs)) &&
      after.lines.filter(belongs).every((line) => !line.isRed),
  );
  if (isSame && before.kind === after.kind) return;
  throw new Refusal(
    "POLICY",
    "该凭证由报销单生成，付款金额和支出金额须与已审批付款的报销单一致，只能更正科目和摘要",
    [{ path: "lines", message: "金额须与报销单一致" }],
  );
}
