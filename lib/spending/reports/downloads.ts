import { z } from "zod";
import { Refusal } from "@/lib/core/errors";
import { type Download, type DownloadNote, defineDownload } from "@/lib/exchange/download";
import { buildPdf } from "@/lib/exchange/pdf";
import { buildWorkbook } from "@/lib/exchange/sheet";
import { loadFile } from "@/lib/server/files";
import { labelIn, paymentMethodLabels } from "../labels";
import { exportSpending, getDocument } from "../queries";
import { spendingFilter } from "../schema";
import { approvalPaper, claimPaper } from "./document-print";
import { getImportBatch } from "./import-batch";

/** 审批单 on A4. */
const approvalPrint = defineDownload({
  query: getDocument,
  fileName: (file) => `审批单${file.number ?? ""}`,
  extent: (file) => ({ rows: 1, unionId: file.union.id }),
  draw: (file) => ({ pdf: () => buildPdf([approvalPaper(file)], { title: "审批单" }) }),
});

/** 报销单 on A4. */
const claimPrint = defineDownload({
  query: getDocument,
  fileName: (file) => `报销单${file.number ?? ""}`,
  extent: (file) => ({ rows: 1, unionId: file.union.id }),
  draw: (file) => ({ pdf: () => buildPdf([claimPaper(file)], { title: "报销单" }) }),
});

// An address carries texts only: a list of states is one text with commas.
const addressFilter = z.preprocess((input) => {
  const { states = "", ...filter } = Object.fromEntries(Object.entries(Object(input)));
  return {
    ...filter,
    states: String(states)
      .split(",")
      .filter((state) => state !== ""),
  };
}, spendingFilter);

/** The list of documents as it is on the screen, all pages of it. */
const listSheet = defineDownload({
  query: { ...exportSpending, input: addressFilter },
  fileName: () => "支出单据",
  extent: ({ rows }) => ({ rows: rows.length, unionId: null }),
  draw: ({ rows }, note) => ({
    xlsx: () =>
      buildWorkbook([
        {
          name: "支出单据",
          preface: [noteLine(note, rows.length)],
          columns: [
            ...["单号", "事由", "单据", "类型", "发生日期"].map((title) => ({ title })),
            { title: "金额（元）", kind: "money" as const },
            ...["收款单位", "付款方式", "付款日期", "经办人", "单位", "状态"].map((title) => ({ title })),
          ],
          rows: rows.map((row) => [
            ...[row.number ?? "未编号", row.title, row.kindLabel, row.typeLabel, row.occurredOn],
            row.amountFen,
            ...[row.payeeName, labelIn(paymentMethodLabels, row.paidMethod ?? row.paymentMethod ?? "")],
            ...[row.paidOn, row.claimant, row.unionName, row.stateLabel],
          ]),
        },
      ]),
  }),
});

function noteLine({ by, on }: DownloadNote, count: number): string {
  return `${by}于${on}导出，共${count}张；筛选条件与导出时的列表相同`;
}

/** The user's own file back, with 结论, 原因 and 待补 in each row. */
const importResult = defineDownload({
  query: getImportBatch,
  fileName: (batch) => batch.fileName.replace(/(\.xlsx)?$/iu, "（结论）"),
  extent: (batch) => ({ rows: totalOf(batch.counts), unionId: batch.unionId }),
  draw: ({ resultSha256 }) => ({
    xlsx: () => {
      if (resultSha256 === null) throw new Refusal("NOT_FOUND", "该批导入没有可取回的文件");
      return loadFile(resultSha256);
    },
  }),
});

function totalOf(counts: unknown): number {
  return z
    .record(z.string(), z.number())
    .transform((byOutcome) => Object.values(byOutcome).reduce((sum, count) => sum + count, 0))
    .parse(counts);
}

/** The files of spending by the name in their address. */
export const spendingDownloads: readonly [string, Download<unknown, unknown>][] = [
  ["spending-approval", approvalPrint],
  ["spending-claim", claimPrint],
  ["spending-list", listSheet],
  ["spending-import", importResult],
];
