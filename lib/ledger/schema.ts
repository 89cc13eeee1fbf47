import { z } from "zod";
import { parseDate } from "@/lib/core/dates";
import { idSchema, unionIdSchema, versionSchema } from "@/lib/core/ids";
import { parseYuan } from "@/lib/core/money";

const summary = z.string().trim().min(1, "请填写摘要").max(200, "摘要不能超过 200 个字");

const accountCode = z.string().regex(/^\d{3,12}$/, "请选择科目");

/** A business day as people write it; "YYYY-MM-DD" afterwards. */
export const daySchema = z
  .string({ error: "请填写日期" })
  .transform((text) => parseDate(text))
  .refine((day): day is string => day !== null, "没有读出日期，请写成 2026-09-25");

/** An accounting month "YYYY-MM". */
export const monthSchema = z
  .string({ error: "请选择月份" })
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "月份写成 2026-09");

/** The amount cells of one row: yuan as typed, exactly one side, a minus means red; becomes side, fen and red. */
const lineSchema = z
  .strictObject({
    summary,
    accountCode,
    debit: z.string().max(64).optional(),
    credit: z.string().max(64).optional(),
  })
  .transform((row, context) => {
    const side = (row.debit ?? "").trim() === "" ? "CREDIT" : "DEBIT";
    const isOnBoth = side === "DEBIT" && (row.credit ?? "").trim() !== "";
    const cell = side === "DEBIT" ? "debit" : "credit";
    const amount = parseYuan(row[cell] ?? "");
    if (isOnBoth) context.addIssue({ code: "custom", path: ["credit"], message: "一行只能填借方或贷方" });
    if (amount === null || amount === 0n)
      context.addIssue({
        code: "custom",
        path: [cell],
        message: amount === null ? "请填写金额" : "金额不能为零",
      });
    const size = amount ?? 0n;
    return {
      summary: row.summary,
      accountCode: row.accountCode,
      side: side === "DEBIT" ? ("DEBIT" as const) : ("CREDIT" as const),
      amountFen: size < 0n ? -size : BigInt(size),
      isRed: size < 0n,
    };
  });

const count = z
  .union([z.number(), z.string().regex(/^\d{0,4}$/, "请填整数")])
  .transform((value) => Number(value))
  .pipe(z.int().min(0).max(9999));

const written = {
  voucherDate: daySchema,
  attachmentCount: count.default(0),
  kind: z.enum(["GENERAL", "CLOSING"]).default("GENERAL"),
  /** Whether to hand the voucher in for review at once, or to keep it as a draft. */
  step: z.enum(["keep", "submit"]).default("keep"),
  lines: z.array(lineSchema).min(1, "请至少填一行").max(200, "一张凭证最多 200 行"),
};

/** A hand-made voucher. */
export const enterVoucherInput = z.strictObject({ unionId: unionIdSchema, ...written });

/** New content for a draft, as seen at a version. */
export const changeVoucherInput = z.strictObject({ voucherId: idSchema, version: versionSchema, ...written });

/** A step on one voucher as seen at a version, so that nobody decides on what has changed meanwhile. */
export const voucherStepInput = z.strictObject({ voucherId: idSchema, version: versionSchema });

/** Sending a voucher back needs a reason. */
export const returnVoucherInput = z.strictObject({
  voucherId: idSchema,
  version: versionSchema,
  reason: z.string().trim().min(1, "请填写退回原因").max(500),
});

/** Reversal on a day of an open month. */
export const reverseVoucherInput = z.strictObject({ voucherId: idSchema, voucherDate: daySchema });

const openingLine = z.strictObject({
  accountCode,
  debit: z.string().max(64).optional(),
  credit: z.string().max(64).optional(),
});

/** All opening balances of a union at the start of a day; accounts left out are nought. */
export const openingInput = z.strictObject({
  unionId: unionIdSchema,
  asOf: daySchema,
  lines: z.array(openingLine).max(500),
});

/** A workbook with opening balances and facts of the year so far, by the ticket of its upload. */
export const importOpeningInput = z.strictObject({
  unionId: unionIdSchema,
  asOf: daySchema,
  fileName: z.string().trim().min(1).max(200),
  ticket: z.string({ error: "请选择文件" }).max(400),
});

/** One month of one union. */
export const periodInput = z.strictObject({ unionId: unionIdSchema, month: monthSchema });

/** Stopping a month needs a reason. */
export const pausePeriodInput = z.strictObject({
  unionId: unionIdSchema,
  month: monthSchema,
  reason: z.string().trim().min(1, "请填写原因").max(200),
});

/** Vouchers of a month in a saved column layout. */
export const exportInput = z.strictObject({ unionId: unionIdSchema, month: monthSchema, layoutId: idSchema });

const voucherFilter = {
  unionId: unionIdSchema,
  state: z.enum(["DRAFT", "SUBMITTED", "REVIEWED", "POSTED"]).optional(),
  month: monthSchema.optional(),
  text: z.string().trim().max(100).optional(),
  accountCode: accountCode.optional(),
};

/** The same filters without paging, for a sheet of the whole list. */
export const registerInput = z.strictObject(voucherFilter);

/** Filters of the voucher list and where the next page begins. */
export const listVouchersInput = z.strictObject({
  ...voucherFilter,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  take: z.int().min(1).max(200).default(50),
});

/** One voucher. */
export const voucherInput = z.strictObject({ voucherId: idSchema });

/** One union. */
export const unionInput = z.strictObject({ unionId: unionIdSchema });

/** One account over a span of months of one year. */
export const accountLedgerInput = z
  .strictObject({ unionId: unionIdSchema, accountCode, from: monthSchema, to: monthSchema })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "止月不能早于起月" });
