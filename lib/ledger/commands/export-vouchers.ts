import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { unionBooks } from "../queries";
import { exportInput } from "../schema";

/**
 * Marks the reviewed vouchers of a month as handed to the program that keeps the books; from then on they stand as
 * they are. Only where the books are kept elsewhere (practice.md 5). The file itself is a download.
 */
export const exportVouchers = defineCommand({
  name: "ledger.exportVouchers",
  label: "导出凭证",
  permission: "ledger.post",
  input: exportInput,
  async run(tx, { unionId, month, layoutId }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    if (union.booksIn === "PORTAL")
      throw new Refusal("CONFLICT", "本单位账簿在本平台，凭证直接记账，不需导出");
    const layout = await tx.exportLayout.findUnique({ where: { id: layoutId }, select: { name: true } });
    if (layout === null) throw new Refusal("NOT_FOUND", "未找到该导出格式");
    const marked = await tx.voucher.updateMany({
      where: { unionId, month, state: "REVIEWED", exportedAt: null },
      data: { exportedAt: now(), version: { increment: 1 } },
    });
    return {
      value: { unionId, month, count: marked.count },
      audit: {
        subject: `ledger_period:${unionId}:${month}`,
        unionId,
        detail: { layout: layout.name, month, count: marked.count },
      },
    };
  },
});
