import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { newSecret, secretHash } from "@/lib/server/one-time-link";
import { accountInput } from "../schema";

/** Starts a reset: a one-time link for the account's owner. It reveals and sets no password; older links die. */
export const startReset = defineCommand({
  name: "accounts.startReset",
  label: "发送激活或重设链接",
  permission: "accounts.manage",
  answerIsSecret: true,
  input: accountInput,
  async run(tx, { accountId }) {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { status: true } });
    if (account === null) throw new Refusal("NOT_FOUND", "未找到该账号");
    if (account.status === "DISABLED") throw new Refusal("CONFLICT", "账号已停用，请先启用");
    const purpose = account.status === "INVITED" ? "ACTIVATE" : "RESET";
    const link = await issueLink(tx, accountId, purpose);
    return {
      value: { accountId: accountId.toString(), link },
      audit: { subject: `account:${accountId}`, unionId: null, detail: { purpose } },
    };
  },
});

/** Makes a one-time link and returns its path, the only time the secret is readable; unused older ones are void. */
export async function issueLink(tx: Tx, accountId: bigint, purpose: "ACTIVATE" | "RESET"): Promise<string> {
  const secret = newSecret();
  await tx.$executeRaw`
    update one_time_link set used_at = now() where account_id = ${accountId} and used_at is null`;
  await tx.$executeRaw`
    insert into one_time_link (token_hash, account_id, purpose, expires_at)
    values (${secretHash(secret)}, ${accountId}, ${purpose}::link_purpose,
            now() + make_interval(hours => setting('LINK_HOURS')))`;
  return `/${purpose === "ACTIVATE" ? "activate" : "reset"}/${secret}`;
}
