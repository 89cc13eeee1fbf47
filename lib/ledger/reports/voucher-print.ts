import { chineseAmount } from "@/lib/core/chinese-number";
import { formatYuan } from "@/lib/core/money";
import type { DownloadNote } from "@/lib/exchange/download";
import type { PdfCell, PdfPaper } from "@/lib/exchange/pdf";
import { signedFen, sumsOf } from "../model";
import type { VoucherSheet } from "../queries";

const linesPerPaper = 8;

/** A 记账凭证 as papers of eight lines each; a longer one bears 记-0012 1/2 and so on (规范第五十一条). */
export function voucherPapers(voucher: VoucherSheet): PdfPaper[] {
  const sheets = Math.max(1, Math.ceil(voucher.lines.length / linesPerPaper));
  return Array.from({ length: sheets }, (_, index) => {
    const lines = voucher.lines.slice(index * linesPerPaper, (index + 1) * linesPerPaper);
    const isLast = index === sheets - 1;
    const number = voucher.number ?? "未编号";
    const rows = lines.map((line): PdfCell[] => [
      line.summary,
      `${line.accountName}（${line.accountCode}）`,
      line.side === "DEBIT" ? amountCell(signedFen(line)) : "",
      line.side === "CREDIT" ? amountCell(signedFen(line)) : "",
    ]);
    const blanks = Array.from({ length: linesPerPaper - lines.length }, (): PdfCell[] => ["", "", "", ""]);
    return {
      issuer: voucher.union.name,
      title: "记账凭证",
      above: [
        longDate(voucher.voucherDate),
        `附单据 ${voucher.attachmentCount} 张`,
        `编号：${number}${sheets === 1 ? "" : ` ${index + 1}/${sheets}`}`,
      ],
      table: {
        columns: [
          { title: "摘要", width: 30 },
          { title: "会计科目", width: 34 },
          { title: "借方金额", width: 18, align: "right" },
          { title: "贷方金额", width: 18, align: "right" },
        ],
        rows: [...rows, ...blanks],
        totals: isLast ? totalRow(voucher) : ["过次页", "", "", ""],
      },
      below:
        voucher.reverses === null
          ? []
          : [`冲销：${longDate(voucher.reverses.voucherDate)}${voucher.reverses.number}号凭证`],
      signatures: [
        { label: "会计主管" },
        { label: "记账", name: voucher.poster ?? "" },
        { label: "稽核", name: voucher.reviewer ?? "" },
        { label: "出纳", name: voucher.cashier ?? "" },
        { label: "制单", name: voucher.maker ?? "" },
      ],
    };
  });
}

function totalRow(voucher: VoucherSheet): PdfCell[] {
  const { debitFen, creditFen } = sumsOf(voucher.lines);
  return ["合计", chineseAmount(debitFen), amountCell(debitFen), amountCell(creditFen)];
}

/** Red amounts are printed red and with a minus, so that a copy in black and white tells them too. */
export function amountCell(amount: bigint): PdfCell {
  return amount < 0n ? { text: formatYuan(amount), isRed: true } : formatYuan(amount);
}

/** 2026年3月9日, as documents write a day. */
export function longDate(date: string): string {
  const [year, month, day] = date.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Who took a file out and when, as it stands on the file. */
export function noteLine({ by, on }: DownloadNote): string {
  return `${by} ${longDate(on)} 导出`;
}
