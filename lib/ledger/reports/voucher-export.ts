import iconv from "iconv-lite";
import { z } from "zod";
import { fromDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { formatYuan } from "@/lib/core/money";
import { buildWorkbook } from "@/lib/exchange/sheet";
import { defineQuery } from "@/lib/server/query";
import { signedFen } from "../model";
import { namesOf, unionBooks } from "../queries";
import { exportInput } from "../schema";

const fields = [
  "union",
  "date",
  "year",
  "period",
  "word",
  "sequence",
  "voucherId",
  "lineNumber",
  "summary",
  "accountCode",
  "accountName",
  "debit",
  "credit",
  "attachments",
  "maker",
  "reviewer",
] as const;

type Field = (typeof fields)[number];
type ExportRow = Record<Field, string | bigint | number | null>;

const columnsSchema = z.array(z.strictObject({ title: z.string(), field: z.enum(fields) }));

/** The saved column layouts. */
export const listLayouts = defineQuery({
  name: "ledger.listLayouts",
  label: "导出格式",
  permission: "ledger.view",
  input: z.strictObject({}),
  async run(tx) {
    const layouts = await tx.exportLayout.findMany({
      select: { id: true, name: true, target: true, format: true },
      orderBy: { id: "asc" },
    });
    return layouts.map((layout) => ({ ...layout, id: layout.id.toString() }));
  },
});

/** The reviewed and posted vouchers of a month line by line in a saved layout, as columns and rows; money in fen. */
export const voucherExport = defineQuery({
  name: "ledger.voucherExport",
  label: "凭证导出文件",
  permission: "ledger.view",
  input: exportInput,
  async run(tx, { unionId, month, layoutId }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    const layout = await tx.exportLayout.findUnique({
      where: { id: layoutId },
      select: { name: true, format: true, encoding: true, columns: true },
    });
    if (layout === null) throw new Refusal("NOT_FOUND", "未找到该导出格式");
    const vouchers = await tx.voucher.findMany({
      where: { unionId, month, state: { in: ["REVIEWED", "POSTED"] } },
      select: {
        id: true,
        voucherDate: true,
        number: true,
        attachmentCount: true,
        makerId: true,
        reviewerId: true,
        lines: {
          select: {
            lineNumber: true,
            summary: true,
            accountCode: true,
            side: true,
            amountFen: true,
            isRed: true,
          },
          orderBy: { lineNumber: "asc" },
        },
      },
      orderBy: [{ number: "asc" }, { voucherDate: "asc" }, { id: "asc" }],
    });
    const names = await namesOf(
      tx,
      vouchers.flatMap((voucher) => [voucher.makerId, voucher.reviewerId]),
    );
    const accounts = await tx.ledgerAccount.findMany({
      where: { chart: union.chart },
      select: { code: true, fullName: true },
    });
    const accountNames = new Map(accounts.map((account) => [account.code, account.fullName]));
    const rows = vouchers.flatMap((voucher, index) =>
      voucher.lines.map((line): ExportRow => {
        const date = fromDbDate(voucher.voucherDate);
        const amount = signedFen(line);
        return {
          union: union.name,
          date,
          year: date.slice(0, 4),
          period: date.slice(5, 7),
          word: "记",
          // Elsewhere the other program gives the number; the order is what matters to its import.
          sequence: voucher.number ?? index + 1,
          voucherId: voucher.id.toString(),
          lineNumber: line.lineNumber,
          summary: line.summary,
          accountCode: line.accountCode,
          accountName: accountNames.get(line.accountCode) ?? "",
          debit: line.side === "DEBIT" ? amount : null,
          credit: line.side === "CREDIT" ? amount : null,
          attachments: voucher.attachmentCount,
          maker: names.get(voucher.makerId) ?? "",
          reviewer: voucher.reviewerId === null ? "" : (names.get(voucher.reviewerId) ?? ""),
        };
      }),
    );
    return { union, month, layout: { ...layout, columns: columnsSchema.parse(layout.columns) }, rows };
  },
});

type Export = Awaited<ReturnType<typeof voucherExport.run>>;

/** The file another program imports: xlsx, or csv in the layout's encoding with amounts as plain 1234.50. */
export async function renderExport({ month, layout, rows }: Export): Promise<Uint8Array> {
  const { columns } = layout;
  if (layout.format === "xlsx") {
    return buildWorkbook([
      {
        name: `${month} 凭证`,
        columns: columns.map(({ title, field }) => ({
          title,
          kind: field === "debit" || field === "credit" ? "money" : "text",
        })),
        rows: rows.map((row) => columns.map(({ field }) => row[field])),
      },
    ]);
  }
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ field }) => plain(row[field]))),
  ];
  const text = lines.map((cells) => cells.map(quoted).join(",")).join("\r\n");
  return new Uint8Array(
    iconv.encode(`${text}\r\n`, layout.encoding, { addBOM: layout.encoding === "utf-8" }),
  );
}

function plain(value: ExportRow[Field]): string {
  if (value === null) return "";
  return typeof value === "bigint" ? formatYuan(value).replaceAll(",", "") : String(value);
}

/** A leading = + - @ would run as a formula in a spreadsheet; figures may keep their minus. */
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
