import { z } from "zod";
import { CardStatus, EmploymentStatus, IdType } from "@/generated/prisma/enums";
import { parseDate } from "@/lib/core/dates";
import { type Read, readCardNumber, readMobile, readName } from "@/lib/core/identity";
import { idSchema, unionIdSchema, versionSchema } from "@/lib/core/ids";
import { leaveReasons, unmaskFields, unmaskReasons } from "./labels";

const day = z
  .string({ error: "请填写日期" })
  .transform((text) => parseDate(text) ?? "")
  .refine((date) => date !== "", "日期不正确，请写成 2026-09-25");

function checked(read: (text: string) => Read<string>, missing: string) {
  return z.string({ error: missing }).transform((text, context) => {
    const result = read(text);
    if (result.ok) return result.value;
    context.addIssue({ code: "custom", message: result.fault });
    return z.NEVER;
  });
}

/** What `workers.registerWorker` takes from outside. */
export const registerWorkerInput = z.strictObject({
  unionId: unionIdSchema,
  name: checked(readName, "请填写姓名"),
  idType: z.enum(IdType, { error: "请选择证件类型" }),
  idNo: z.string({ error: "请填写证件号码" }).max(40, "证件号码过长"),
  gender: z.enum(["男", "女"], { error: "请选择性别" }).optional(),
  birthDate: day.optional(),
  mobile: checked(readMobile, "请填写手机号").optional(),
  cardNo: checked(readCardNumber, "请填写卡号").optional(),
  employmentStatus: z.enum(EmploymentStatus).default("ON_DUTY"),
  joinedOn: day,
});

/** What `workers.editWorker` takes from outside. */
export const editWorkerInput = z.strictObject({
  workerId: idSchema,
  version: versionSchema,
  name: checked(readName, "请填写姓名"),
  /** Left blank, a number stays as it is: the form never shows it in full. */
  mobile: checked(readMobile, "请填写手机号").optional(),
  cardNo: checked(readCardNumber, "请填写卡号").optional(),
  cardStatus: z.enum(CardStatus, { error: "请选择卡状态" }),
  employmentStatus: z.enum(EmploymentStatus, { error: "请选择工作状态" }),
});

/** What `workers.transferWorker` takes from outside. */
export const transferWorkerInput = z.strictObject({
  workerId: idSchema,
  version: versionSchema,
  unionId: unionIdSchema,
  on: day,
});

/** What `workers.endMembership` takes from outside. */
export const endMembershipInput = z.strictObject({
  workerId: idSchema,
  version: versionSchema,
  on: day,
  reason: z.enum(leaveReasons, { error: "请选择原因" }),
});

const fields = Object.keys(unmaskFields).filter(
  (field): field is keyof typeof unmaskFields => field in unmaskFields,
);

/** What `workers.unmaskWorker` takes from outside. */
export const unmaskWorkerInput = z.strictObject({
  workerId: idSchema,
  field: z.enum(fields),
  reason: z.enum(unmaskReasons, { error: "请选择查看原因" }),
});

/** What `workers.worker` takes from outside. */
export const workerInput = z.strictObject({ workerId: idSchema });

/** What the register is narrowed to; the export takes the same. */
export const workerFilter = {
  q: z.string().trim().max(60).optional(),
  unionId: unionIdSchema.optional(),
  left: z.stringbool().optional(),
};

/** What `workers.listWorkers` takes from outside. */
export const listWorkersInput = z.strictObject({ ...workerFilter, after: z.string().max(300).optional() });

/** What `workers.exportWorkers` takes from outside. */
export const exportWorkersInput = z.strictObject(workerFilter);

/** What `workers.previewImport` takes from outside. */
export const previewImportInput = z.strictObject({
  unionId: unionIdSchema,
  ticket: z.string({ error: "请选择文件" }).max(2000),
  fileName: z.string().max(200).default("会员登记表.xlsx"),
});

/** What `workers.batch` takes from outside. */
export const batchInput = z.strictObject({ batchId: idSchema });

/** What `workers.commitImport` takes from outside. */
export const commitImportInput = z.strictObject({
  batchId: idSchema,
  /** Import the good rows although others must be corrected. */
  partial: z.union([z.boolean(), z.stringbool()]).default(false),
});
