import { z } from "zod";
import { parseDate } from "@/lib/core/dates";
import { unionIdSchema, wholeNumber } from "@/lib/core/ids";
import { parseYuan } from "@/lib/core/money";

const yuan = z
  .string()
  .max(64)
  .transform((text) => parseYuan(text))
  .refine(
    (amount): amount is NonNullable<typeof amount> => amount !== null && amount >= 0n,
    "请填写金额（元）",
  );
const day = z
  .string({ error: "请填写日期" })
  .transform((text) => parseDate(text))
  .refine((date): date is string => date !== null, "没有读出日期，请写成 2026-01-15");
const accountCode = z.string().regex(/^[45]\d{2,11}$/, "请选择收入或支出科目");

/** A budget year, as a number or as forms send it. */
export const budgetYear = wholeNumber("请选择年度").pipe(
  z.int().min(2000, "请选择年度").max(2100, "请选择年度"),
);

const head = {
  unionId: unionIdSchema,
  year: budgetYear,
  approvedOn: day,
  approvalNo: z.string().trim().max(60).default(""),
};

/** An approved budget: income and expenditure lines, yuan as typed. */
export const enterBudgetInput = z
  .strictObject({
    ...head,
    income: z.array(z.strictObject({ accountCode, amount: yuan })).max(20),
    lines: z
      .array(z.strictObject({ accountCode, amount: yuan }))
      .min(1, "请至少填一行支出")
      .max(200),
  })
  .superRefine((input, context) => {
    for (const part of ["income", "lines"] as const) {
      const first = part === "income" ? "4" : "5";
      const codes = input[part].map((line) => line.accountCode);
      for (const [index, code] of codes.entries()) {
        const message = !code.startsWith(first)
          ? part === "income"
            ? "收入科目以 4 开头"
            : "支出科目以 5 开头"
          : codes.indexOf(code) !== index
            ? "科目重复，请合并为一行"
            : null;
        if (message !== null)
          context.addIssue({ code: "custom", path: [part, index, "accountCode"], message });
      }
    }
  });

/** A table 科目编码 | 本年预算数 uploaded as a file. */
export const importBudgetInput = z.strictObject({
  ...head,
  fileName: z.string().trim().min(1).max(200),
  ticket: z.string().max(400),
});

/** The budget of one union and year. */
export const budgetInput = z.strictObject({ unionId: unionIdSchema, year: budgetYear });
