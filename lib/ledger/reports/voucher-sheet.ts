import { defineDownload } from "@/lib/exchange/download";
import { buildWorkbook } from "@/lib/exchange/sheet";
import { voucherKindLabels, voucherStateLabels } from "../labels";
import { noteLine } from "./voucher-print";
import { voucherRegister } from "./voucher-register";

const registerTitles = ["日期", "凭证号", "摘要", "金额", "附单据数", "类别", "状态", "制单", "稽核", "记账"];

/** The list of vouchers as it is filtered on the screen. */
export const registerSheet = defineDownload({
  query: voucherRegister,
  fileName: ({ union }) => `凭证清单（${union.name}）`,
  extent: ({ union, rows }) => ({ rows: rows.length, unionId: union.id }),
  draw: ({ union, filter, rows }, note) => ({
    xlsx: () =>
      buildWorkbook([
        {
          name: "凭证清单",
          preface: [`${union.name} 凭证清单`, `单位：元　${noteLine(note)}　筛选：${filterWords(filter)}`],
          columns: registerTitles.map((title, index) => ({
            title,
            kind: index === 3 ? ("money" as const) : index === 4 ? ("number" as const) : ("text" as const),
            ...(index === 2 ? { width: 40 } : {}),
          })),
          rows: rows.map((row) => [
            ...[row.voucherDate, row.number, row.summary, row.amountFen, row.attachmentCount],
            ...[
              voucherKindLabels[row.kind],
              voucherStateLabels[row.state],
              row.maker,
              row.reviewer,
              row.poster,
            ],
          ]),
        },
      ]),
  }),
});

function filterWords(filter: {
  state?: keyof typeof voucherStateLabels | undefined;
  month?: string | undefined;
  text?: string | undefined;
  accountCode?: string | undefined;
}): string {
  const state = filter.state && voucherStateLabels[filter.state];
  return [state, filter.month, filter.accountCode, filter.text].filter(Boolean).join("、") || "全部";
}
