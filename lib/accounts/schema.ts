import { z } from "zod";
import { Role } from "@/generated/prisma/enums";
import { parseDate } from "@/lib/core/dates";
import { idSchema, unionIdSchema, wholeNumber } from "@/lib/core/ids";

const day = z
  .string({ error: "请填写日期" })
  .transform((text) => parseDate(text) ?? "")
  .refine((date) => date !== "", "日期不正确，请写成 2026-09-25");

const reason = z.string({ error: "请填写原因" }).trim().min(2, "请填写原因").max(200, "不能超过 200 个字");

/** What `accounts.inviteAccount` takes from outside. */
export const inviteAccountInput = z.strictObject({
  login: z
    .string({ error: "请填写账号" })
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, "账号应为 2 至 64 位小写字母、数字、点、下划线或短横线"),
  name: z.string({ error: "请填写姓名" }).max(50, "不能超过 50 个字"),
  idNo: z.string({ error: "请填写身份证号" }).max(40, "身份证号过长"),
});

/** What `accounts.account` takes from outside. */
export const accountInput = z.strictObject({ accountId: idSchema });

/** What `accounts.disableAccount` takes from outside. */
export const disableAccountInput = z.strictObject({ accountId: idSchema, reason });

/** What `accounts.session` takes from outside. */
export const sessionInput = z.strictObject({ sessionId: idSchema });

/** What `accounts.grantRole` takes from outside. */
export const grantRoleInput = z.strictObject({
  accountId: idSchema,
  unionId: unionIdSchema,
  role: z.enum(Role, { error: "请选择岗位" }),
  from: day.optional(),
  to: day.optional(),
  reason,
});

/** What `accounts.revokeRole` takes from outside. */
export const revokeRoleInput = z.strictObject({ grantId: idSchema, reason });

/** What `accounts.appoint` takes from outside. */
export const appointInput = z.strictObject({ accountId: idSchema });

/** What `accounts.changeSetting` takes from outside. */
export const changeSettingInput = z.strictObject({
  code: z.string().max(60),
  value: wholeNumber(),
});

/** What `accounts.listAccounts` takes from outside. */
export const listAccountsInput = z.strictObject({
  q: z.string().trim().max(50).optional(),
  status: z.enum(["INVITED", "ACTIVE", "DISABLED"]).optional(),
  after: z.string().max(64).optional(),
});
