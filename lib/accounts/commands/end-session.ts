import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { sessionInput } from "../schema";

/** Ends one of one's own sessions, here or elsewhere. */
export const endOwnSession = defineCommand({
  name: "accounts.endOwnSession",
  label: "结束本人的登录",
  permission: "sessions.own",
  input: sessionInput,
  async run(tx, { sessionId }, context) {
    const personId = context.personId();
    const session = await tx.authSession.findUnique({
      where: { id: sessionId },
      select: { accountId: true },
    });
    const account =
      session &&
      (await tx.account.findFirst({ where: { id: session.accountId, personId }, select: { id: true } }));
    if (account === null) throw new Refusal("NOT_FOUND", "未找到该登录");
    return end(tx, sessionId);
  },
});

/** Ends anybody's session. */
export const endSession = defineCommand({
  name: "accounts.endSession",
  label: "结束他人的登录",
  permission: "accounts.manage",
  input: sessionInput,
  run: (tx, { sessionId }) => end(tx, sessionId),
});

async function end(tx: Tx, sessionId: bigint) {
  const count = await tx.$executeRaw`
    update auth_session set ended_at = now(), end_reason = 'ENDED' where id = ${sessionId} and ended_at is null`;
  if (count === 0) throw new Refusal("NOT_FOUND", "未找到该登录，或已经结束");
  const id = sessionId.toString();
  return { value: { sessionId: id }, audit: { subject: `session:${id}`, unionId: null, detail: {} } };
}
