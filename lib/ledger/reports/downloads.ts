import { formatYuan } from "@/lib/core/money";
import {
  type Download,
  type DownloadExtent,
  type DownloadNote,
  defineDownload,
} from "@/lib/exchange/download";
import { buildPdf, type PdfCell } from "@/lib/exchange/pdf";
import { buildWorkbook, type NewSheet } from "@/lib/exchange/sheet";
import type { Turnover } from "../model";
import { getOpening, getVoucher } from "../queries";
import type { AccountBalance } from "./account-balances";
import { accountLedger, type LedgerRow } from "./account-ledger";
import { generalLedger } from "./general-ledger";
import { openingTemplate } from "./opening-template";
import { trialBalance } from "./trial-balance";
import { renderExport, voucherExport } from "./voucher-export";
import { amountCell, noteLine, voucherPapers } from "./voucher-print";
import { registerSheet } from "./voucher-sheet";

/** 记账凭证 on A4. */
const voucherPrint = defineDownload({
  query: getVoucher,
  fileName: (voucher) => `记账凭证${voucher.number ?? ""}（${voucher.voucherDate.slice(0, 7)}）`,
  extent: ({ lines, union }) => ({ rows: lines.length, unionId: union.id }),
  draw: (voucher) => ({ pdf: () => buildPdf(voucherPapers(voucher), { title: "记账凭证" }) }),
});

function extentOf(rows: readonly unknown[], union: { id: number }): DownloadExtent {
  return { rows: rows.length, unionId: union.id };
}

const statementSigners = [{ label: "会计主管" }, { label: "制表" }];

/** 试算平衡表 as PDF and Excel. */
const trialBalanceSheet = defineDownload({
  query: trialBalance,
  fileName: ({ union, month }) => `试算平衡表${month}（${union.name}）`,
  extent: ({ rows, union }) => extentOf(rows, union),
  draw: ({ union, month, rows, totals }, note) => {
    const cellsOf = (row: Omit<AccountBalance, "code">) => [row.opening, row.month, row.year, row.closing];
    const sums = cellsOf(totals);
    return {
      pdf: () =>
        buildPdf(
          [
            {
              issuer: union.name,
              title: "试算平衡表",
              above: [monthWords(month), noteLine(note), "单位：元"],
              table: {
                columns: [
                  { title: "科目编码", width: 8 },
                  { title: "科目名称", width: 24 },
                  ...balanceTitles.map((title) => ({ title, width: 12, align: "right" as const })),
                ],
                rows: rows.map((row) => [row.code, row.name, ...cellsOf(row).flatMap(pairCells)]),
                totals: ["合计", "", ...sums.flatMap(pairCells)],
              },
              signatures: statementSigners,
              hasSeal: true,
            },
          ],
          { title: "试算平衡表", isLandscape: true },
        ),
      xlsx: () =>
        buildWorkbook([
          {
            name: "试算平衡表",
            preface: [`${union.name} 试算平衡表 ${monthWords(month)}`, `单位：元　${noteLine(note)}`],
            columns: [
              { title: "科目编码", width: 12 },
              { title: "科目名称", width: 36 },
              ...balanceTitles.map((title) => ({ title, kind: "money" as const })),
            ],
            rows: [
              ...rows.map((row) => [row.code, row.name, ...cellsOf(row).flatMap(pairFen)]),
              ["合计", "", ...sums.flatMap(pairFen)],
            ],
          },
        ]),
    };
  },
});

const balanceTitles = ["期初", "本月发生", "本年累计", "期末"].flatMap((word) => [
  `${word}借方`,
  `${word}贷方`,
]);

function pairCells({ debitFen, creditFen }: Turnover): PdfCell[] {
  return [blankIfNone(debitFen), blankIfNone(creditFen)];
}

function pairFen({ debitFen, creditFen }: Turnover): (bigint | null)[] {
  return [debitFen === 0n ? null : debitFen, creditFen === 0n ? null : creditFen];
}

function blankIfNone(amount: bigint): PdfCell {
  return amount === 0n ? "" : amountCell(amount);
}

const ledgerTitles = ["日期", "凭证号", "摘要", "借方", "贷方", "方向", "余额"];

/** 明细账 or 日记账 of one account as PDF and Excel. */
const accountLedgerSheet = defineDownload({
  query: accountLedger,
  fileName: (book) => `${bookTitle(book)}${book.from}至${book.to}（${book.account?.fullName ?? ""}）`,
  extent: ({ rows, union }) => extentOf(rows, union),
  draw: (book, note) => {
    const account = `${book.account?.code ?? ""} ${book.account?.fullName ?? ""}`;
    return {
      pdf: () =>
        buildPdf(
          [
            {
              issuer: book.union.name,
              title: bookTitle(book),
              above: [`科目：${account}`, noteLine(note), "单位：元"],
              table: {
                columns: [14, 12, 34, 16, 16, 6, 16].map((width, index) => ({
                  title: ledgerTitles[index] ?? "",
                  width,
                  align: [3, 4, 6].includes(index) ? ("right" as const) : ("left" as const),
                })),
                rows: book.rows.map(ledgerCells),
              },
              signatures: statementSigners,
            },
          ],
          { title: bookTitle(book), isLandscape: true },
        ),
      xlsx: () =>
        buildWorkbook([ledgerSheet(book, `${book.union.name} ${bookTitle(book)} ${account}`, note)]),
    };
  },
});

function bookTitle(book: { isJournal: boolean; account: { fullName: string } | null }): string {
  return book.isJournal ? `${book.account?.fullName ?? ""}日记账` : "明细账";
}

function ledgerCells(row: LedgerRow): PdfCell[] {
  const isSum = row.kind !== "entry";
  const texts: PdfCell[] = [
    isSum && row.kind !== "opening" ? "" : row.date,
    row.number,
    { text: row.summary, isBold: isSum },
    blankIfNone(row.debitFen),
    blankIfNone(row.creditFen),
    row.direction,
    formatYuan(row.amountFen),
  ];
  return texts;
}

function ledgerSheet(book: { rows: LedgerRow[] }, title: string, note: DownloadNote): NewSheet {
  return {
    name: "账页",
    preface: [title, `单位：元　${noteLine(note)}`],
    columns: ledgerTitles.map((each, index) => ({
      title: each,
      kind: [3, 4, 6].includes(index) ? ("money" as const) : ("text" as const),
    })),
    rows: book.rows.map((row) => [
      row.date,
      row.number,
      row.summary,
      row.debitFen === 0n ? null : row.debitFen,
      row.creditFen === 0n ? null : row.creditFen,
      row.direction,
      row.amountFen,
    ]),
  };
}

const generalTitles = [
  "科目编码",
  "科目名称",
  "期初借方",
  "期初贷方",
  "本月借方",
  "本月贷方",
  "本年借方",
  "本年贷方",
  "方向",
  "余额",
];

/** 总账 of a month as PDF and Excel. */
const generalLedgerSheet = defineDownload({
  query: generalLedger,
  fileName: ({ union, month }) => `总账${month}（${union.name}）`,
  extent: ({ rows, union }) => extentOf(rows, union),
  draw: ({ union, month, rows }, note) => ({
    pdf: () =>
      buildPdf(
        [
          {
            issuer: union.name,
            title: "总账",
            above: [monthWords(month), noteLine(note), "单位：元"],
            table: {
              columns: generalTitles.map((title, index) => ({
                title,
                width: index === 1 ? 22 : index === 8 ? 5 : 11,
                align: index > 1 && index !== 8 ? ("right" as const) : ("left" as const),
              })),
              rows: rows.map((row) => [
                ...[row.code, row.name, ...[row.opening, row.month, row.year].flatMap(pairCells)],
                ...[row.balance.direction, formatYuan(row.balance.amountFen)],
              ]),
            },
            signatures: statementSigners,
          },
        ],
        { title: "总账", isLandscape: true },
      ),
    xlsx: () =>
      buildWorkbook([
        {
          name: "总账",
          preface: [`${union.name} 总账 ${monthWords(month)}`, `单位：元　${noteLine(note)}`],
          columns: generalTitles.map((title, index) => ({
            title,
            kind: index > 1 && index !== 8 ? ("money" as const) : ("text" as const),
          })),
          rows: rows.map((row) => [
            ...[row.code, row.name, ...[row.opening, row.month, row.year].flatMap(pairFen)],
            ...[row.balance.direction, row.balance.amountFen],
          ]),
        },
      ]),
  }),
});

function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

/** Reviewed vouchers in the layout of the program that keeps the books. */
const voucherFile = defineDownload({
  query: voucherExport,
  fileName: ({ union, month, layout }) => `凭证${month}（${union.name}，${layout.name}）`,
  extent: ({ rows, union }) => extentOf(rows, union),
  draw: (value) => {
    const render = () => renderExport(value);
    return value.layout.format === "csv" ? { csv: render } : { xlsx: render };
  },
});

/** The empty list for opening balances and figures of the year so far. */
const openingForm = defineDownload({
  query: getOpening,
  fileName: ({ union }) => `期初余额模板（${union.name}）`,
  extent: ({ rows, union }) => extentOf(rows, union),
  draw: ({ union, rows }) => ({ xlsx: () => openingTemplate(union, rows) }),
});

/** The files this module hands out, by the name in the address. */
export const ledgerDownloads: readonly (readonly [name: string, download: Download<unknown, unknown>])[] = [
  ["voucher", voucherPrint],
  ["vouchers", registerSheet],
  ["trial-balance", trialBalanceSheet],
  ["account-ledger", accountLedgerSheet],
  ["general-ledger", generalLedgerSheet],
  ["voucher-export", voucherFile],
  ["opening-template", openingForm],
];
