import { fromDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineQuery } from "@/lib/server/query";
import { voucherNumber } from "../model";
import { namesOf, unionBooks, vouchersWhere } from "../queries";
import { registerInput } from "../schema";

const longestList = 5_000;

/** The vouchers of the list, all of them by the same filters, for a sheet; amounts in fen. */
export const voucherRegister = defineQuery({
  name: "ledger.voucherRegister",
  label: "凭证清单",
  permission: "ledger.view",
  input: registerInput,
  async run(tx, { state, ...filter }, context) {
    context.requireUnion(filter.unionId);
    const union = await unionBooks(tx, filter.unionId);
    const rows = await tx.voucher.findMany({
      where: { ...vouchersWhere(filter), ...(state === undefined ? {} : { state }) },
      select: {
        voucherDate: true,
        number: true,
        summary: true,
        kind: true,
        state: true,
        attachmentCount: true,
        makerId: true,
        reviewerId: true,
        posterId: true,
        lines: { where: { side: "DEBIT" }, select: { amountFen: true, isRed: true } },
      },
      orderBy: { id: "desc" },
      take: longestList + 1,
    });
    if (rows.length > longestList)
      throw new Refusal("INVALID", `超过 ${longestList} 张凭证，请先按月份筛选再导出`);
    const names = await namesOf(
      tx,
      rows.flatMap((row) => [row.makerId, row.reviewerId, row.posterId]),
    );
    const nameOf = (id: bigint | null) => (id === null ? "" : (names.get(id) ?? ""));
    return {
      union,
      filter: { ...filter, state },
      rows: rows.map(({ lines, voucherDate, number, makerId, reviewerId, posterId, ...row }) => ({
        ...row,
        voucherDate: fromDbDate(voucherDate),
        number: number === null ? "" : voucherNumber(number),
        maker: nameOf(makerId),
        reviewer: nameOf(reviewerId),
        poster: nameOf(posterId),
        amountFen: lines.reduce((sum, line) => sum + (line.isRed ? -line.amountFen : line.amountFen), 0n),
      })),
    };
  },
});
