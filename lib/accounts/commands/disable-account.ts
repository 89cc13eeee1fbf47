import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { disableAccountInput } from "../schema";
import { requireAnotherHolder } from "./revoke-role";

/** Disables an account: nobody signs in with it, and its sessions are over at once. */
export const disableAccount = defineCommand({
  name: "accounts.disableAccount",
  label: "停用账号",
  permission: "accounts.manage",
  input: disableAccountInput,
  async run(tx, { accountId, reason }, context) {
    if (accountId === context.actor.accountId) throw new Refusal("FORBIDDEN", "不能停用自己的账号");
    const account = await tx.account.findUnique({
      where: { id: accountId },
      select: { status: true, personId: true },
    });
    if (account === null) throw new Refusal("NOT_FOUND", "未找到该账号");
    for (const role of ["SECURITY_ADMIN", "SYSTEM_ADMIN"] as const) {
      await requireAnotherHolder(tx, role, { accountId, today: context.today });
    }
    const changed = await tx.account.updateMany({
      where: { id: accountId, status: { not: "DISABLED" } },
      data: { status: "DISABLED" },
    });
    if (changed.count === 0) throw new Refusal("CONFLICT", "账号已经停用");
    await tx.$executeRaw`
      update auth_session set ended_at = now(), end_reason = 'DISABLED'
      where account_id = ${accountId} and ended_at is null`;
    return {
      value: { accountId: accountId.toString() },
      audit: {
        subject: `account:${accountId}`,
        unionId: null,
        detail: { status: [account.status, "DISABLED"], reason },
      },
    };
  },
});
