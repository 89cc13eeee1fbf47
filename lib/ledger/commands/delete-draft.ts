import { Refusal } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { defineCommand } from "@/lib/server/command";
import { voucherStepInput } from "../schema";
import { tooLate, voucherForStep } from "./find-voucher";

/** Throws a draft away; it never had a number, so no gap is left. The audit line keeps what stood in it. */
export const deleteDraft = defineCommand({
  name: "ledger.deleteDraft",
  label: "删除凭证草稿",
  permission: "ledger.enter",
  input: voucherStepInput,
  async run(tx, { voucherId, version }) {
    const voucher = await voucherForStep(tx, voucherId);
    if (voucher.documentId !== null)
      throw new Refusal("CONFLICT", "该凭证由报销单生成，请在报销单中办理，不能直接删除");
    const lines = await tx.ledgerLine.findMany({
      where: { voucherId },
      select: { summary: true, accountCode: true, side: true, amountFen: true, isRed: true },
      orderBy: { lineNumber: "asc" },
    });
    if (voucher.state !== "DRAFT" || voucher.version !== version) throw await tooLate(tx, voucherId);
    await tx.ledgerLine.deleteMany({ where: { voucherId } });
    const gone = await tx.voucher.deleteMany({ where: { id: voucherId, state: "DRAFT", version } });
    if (gone.count === 0) throw await tooLate(tx, voucherId);
    return {
      value: { voucherId: voucherId.toString() },
      audit: {
        subject: `voucher:${voucherId}`,
        unionId: voucher.unionId,
        detail: toJson({ old: { ...voucher, lines } }),
      },
    };
  },
});
