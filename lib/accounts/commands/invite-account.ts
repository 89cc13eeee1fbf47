import { Refusal } from "@/lib/core/errors";
import { readName, readResidentId } from "@/lib/core/identity";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { blindIndex } from "@/lib/server/field-crypto";
import { inviteAccountInput } from "../schema";
import { issueLink } from "./start-reset";

/**
 * Opens an account for a person and returns the one-time link with which that person alone sets the password.
 * The identity number tells who it is, so that duties stay apart by the person; only its keyed hash is kept.
 */
export const inviteAccount = defineCommand({
  name: "accounts.inviteAccount",
  label: "开通账号",
  permission: "accounts.manage",
  answerIsSecret: true,
  input: inviteAccountInput,
  async run(tx, input, context) {
    const name = readName(input.name);
    if (!name.ok) throw fieldRefusal("name", name.fault);
    const paper = readResidentId(input.idNo, context.today);
    if (!paper.ok) throw fieldRefusal("idNo", paper.fault);
    const personId = await personOf(tx, name.value, blindIndex("person.id_no", paper.value.number));
    const rows = await tx.$queryRaw<{ id: bigint }[]>`
      insert into account (login, person_id, status, created_by_id)
      values (${input.login}, ${personId}, 'INVITED', ${context.actor.accountId})
      on conflict (login) do nothing returning id`;
    const account = rows[0];
    if (account === undefined) throw fieldRefusal("login", "这个账号已有人使用，请换一个");
    const link = await issueLink(tx, account.id, "ACTIVATE");
    return {
      value: { accountId: account.id.toString(), link },
      audit: {
        subject: `account:${account.id}`,
        unionId: null,
        detail: { login: input.login, name: name.value },
      },
    };
  },
});

/** The person with this identity number, made known when it is new; another name for the same number is refused. */
async function personOf(tx: Tx, name: string, idHash: string): Promise<bigint> {
  const known = await tx.person.findUnique({ where: { idHash }, select: { id: true, name: true } });
  if (known === null) return (await tx.person.create({ data: { name, idHash }, select: { id: true } })).id;
  if (known.name === name) return known.id;
  throw fieldRefusal("name", "该身份证号已登记为另一姓名，请核对姓名和号码");
}

function fieldRefusal(path: string, message: string): Refusal {
  return new Refusal("INVALID", message, [{ path, message }]);
}
