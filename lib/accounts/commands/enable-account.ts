import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { accountInput } from "../schema";

/** Enables a disabled account again; who never set a password is invited once more. */
export const enableAccount = defineCommand({
  name: "accounts.enableAccount",
  label: "启用账号",
  permission: "accounts.manage",
  input: accountInput,
  async run(tx, { accountId }) {
    const account = await tx.account.findUnique({
      where: { id: accountId },
      select: { passwordChangedAt: true },
    });
    if (account === null) throw new Refusal("NOT_FOUND", "未找到该账号");
    const status = account.passwordChangedAt === null ? "INVITED" : "ACTIVE";
    const changed = await tx.account.updateMany({
      where: { id: accountId, status: "DISABLED" },
      data: { status },
    });
    if (changed.count === 0) throw new Refusal("CONFLICT", "账号没有停用");
    return {
      value: { accountId: accountId.toString(), status },
      audit: { subject: `account:${accountId}`, unionId: null, detail: { status: ["DISABLED", status] } },
    };
  },
});
