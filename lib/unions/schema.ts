import { z } from "zod";
import { BooksIn, BooksKeptBy, UnionScale } from "@/generated/prisma/enums";
import { parseDate } from "@/lib/core/dates";
import { readUnionCreditCode } from "@/lib/core/identity";
import { unionIdSchema, versionSchema } from "@/lib/core/ids";

const day = z
  .string()
  .transform((text) => parseDate(text) ?? "")
  .refine((date) => date !== "", "日期不正确，请写成 2026-09-25");

const name = z
  .string({ error: "请填写工会名称" })
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
  .pipe(z.string().min(3, "工会名称过短").max(60, "不能超过 60 个字").regex(/工会/, "名称应含“工会”二字"));

const creditCode = z.string().transform((text, context) => {
  const read = readUnionCreditCode(text);
  if (read.ok) return read.value;
  context.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
});

const bankAccount = z
  .string()
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{8,32}$/, "银行账号应为 8 至 32 位数字"));

/** What `unions.createUnion` takes from outside. */
export const createUnionInput = z.strictObject({
  parentId: unionIdSchema,
  name,
  kind: z.string().trim().max(30).optional(),
  creditCode: creditCode.optional(),
});

/** What `unions.renameUnion` takes from outside. */
export const renameUnionInput = z.strictObject({ unionId: unionIdSchema, name, version: versionSchema });

/** What `unions.moveUnion` takes from outside. */
export const moveUnionInput = z.strictObject({
  unionId: unionIdSchema,
  parentId: unionIdSchema,
  version: versionSchema,
});

/** What `unions.closeUnion` takes from outside. */
export const closeUnionInput = z.strictObject({
  unionId: unionIdSchema,
  on: day.optional(),
  reason: z.string({ error: "请填写原因" }).trim().min(2, "请填写原因").max(200, "不能超过 200 个字"),
  version: versionSchema,
});

/** A blank field clears its value; a bank account that is left blank stays as it is, since it is never shown. */
export const editUnionInput = z.strictObject({
  unionId: unionIdSchema,
  version: versionSchema,
  creditCode: creditCode.optional(),
  kind: z.string().trim().max(30).optional(),
  scale: z.enum(UnionScale).optional(),
  booksIn: z.enum(BooksIn, { error: "请选择账务所在" }),
  booksKeptBy: z.enum(BooksKeptBy, { error: "请选择记账方" }),
  bankName: z.string().trim().max(60, "不能超过 60 个字").optional(),
  bankAccount: bankAccount.optional(),
  foundedOn: day.optional(),
});

/** What `unions.union` takes from outside. */
export const unionInput = z.strictObject({ unionId: unionIdSchema });

/** What `unions.listUnions` takes from outside. */
export const listUnionsInput = z.strictObject({
  q: z.string().trim().max(60).optional(),
  closed: z.stringbool().optional(),
});
