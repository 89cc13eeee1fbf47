import * as z from "zod";
import { parseDate } from "@/lib/core/dates";
import { idSchema, unionIdSchema } from "@/lib/core/ids";
import { listLabels } from "./labels";
import { instrumentIdSchema, wordSeverities } from "./model";

/** A business date as people type it; refused with a sentence when it is none. */
export const daySchema = z.string({ error: "请填写日期" }).transform((text, context) => {
  const day = parseDate(text);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "没有读出日期，请写成2026-09-25" });
  return z.NEVER;
});

const required = (what: string, most: number) =>
  z
    .string({ error: `请填写${what}` })
    .trim()
    .min(2, `请填写${what}`)
    .max(most, `${what}不能超过 ${most} 个字`);

const documentSchema = required("依据文件", 200);
// The unit decides how a number is read, so the text is parsed where the parameter is known.
const valueSchema = z
  .string({ error: "请填写标准" })
  .trim()
  .min(1, "请填写标准")
  .max(40, "标准不能超过 40 个字");
const noteSchema = z.string().trim().max(500, "说明不能超过 500 个字").optional();

/** Confirming a number: which version, and on what the confirmation rests. */
export const confirmParamInput = z.strictObject({ paramId: idSchema, basis: required("确认依据", 200) });

/** A new version of a number: which one it follows, from when, how much, by which document. */
export const supersedeParamInput = z.strictObject({
  paramId: idSchema,
  from: daySchema,
  value: valueSchema,
  document: documentSchema,
  status: z.enum(["CONFIRMED", "TO_CONFIRM"], { error: "请选择是否已确认" }),
  note: noteSchema,
});

/** A union's own value of a standard that is left to it. */
export const setOwnParamInput = z.strictObject({
  unionId: unionIdSchema,
  code: z.string({ error: "请选择标准" }).min(1, "请选择标准").max(60),
  from: daySchema,
  value: valueSchema,
  document: documentSchema,
  note: noteSchema,
});

const wordSchema = z
  .string({ error: "请填写词语" })
  .trim()
  .min(1, "请填写词语")
  .max(30, "词语不能超过 30 个字")
  .transform((word) => word.normalize("NFKC"));

/** A word for one of the district's lists. */
export const addListEntryInput = z.strictObject({
  list: z.string({ error: "请选择词表" }).refine((list) => Object.hasOwn(listLabels, list), "请选择词表"),
  word: wordSchema,
  /** Separated by 、, comma or semicolon. */
  except: z.string().trim().max(300, "例外不能超过 300 个字").default(""),
  group: z.string({ error: "请选择类别" }).min(1, "请选择类别"),
  severity: z.enum(wordSeverities, { error: "请选择结论" }),
  from: daySchema,
  instrument: instrumentIdSchema,
});

/** The last day on which a word holds. */
export const endListEntryInput = z.strictObject({ entryId: idSchema, to: daySchema });

/** A numbered answer of the district. */
export const registerRulingInput = z.strictObject({
  number: required("答复单编号", 60),
  question: required("问题", 1_000),
  answer: required("答复", 2_000),
  /** Rule numbers. */
  ruleIds: z.array(z.string().max(20)).min(1, "请至少选择一条规则").max(40),
  from: daySchema,
  to: daySchema.optional(),
  confirmedBy: required("答复部门", 60),
});
