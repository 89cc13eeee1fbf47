import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { decryptField } from "@/lib/server/field-crypto";
import { settingIn } from "@/lib/server/settings";
import { workerCell } from "../model";
import { unmaskWorkerInput } from "../schema";

/**
 * Shows one number of one worker in full, for a reason. The gate commits the log line in the same transaction before
 * the value leaves it: no line, no value.
 */
export const unmaskWorker = defineCommand({
  name: "workers.unmaskWorker",
  label: "查看会员完整证件信息",
  permission: "workers.unmask",
  answerIsSecret: true,
  input: unmaskWorkerInput,
  async run(tx, { workerId, field, reason }, context) {
    const worker = await tx.worker.findUnique({
      where: { id: workerId },
      select: { unionId: true, idNoCipher: true, mobileCipher: true, cardCipher: true },
    });
    if (worker === null) throw new Refusal("NOT_FOUND", "未找到该会员，或您没有权限");
    const places = {
      idNo: [worker.idNoCipher, "id_no"],
      mobile: [worker.mobileCipher, "mobile"],
      cardNo: [worker.cardCipher, "card_no"],
    } as const;
    const [sealed, column] = places[field];
    if (sealed === null) throw new Refusal("NOT_FOUND", "没有登记这项号码");
    const count = await takeOne(tx, context.personId(), context.today);
    return {
      value: { value: decryptField(workerCell(column, workerId), sealed) },
      audit: { subject: `worker:${workerId}`, unionId: worker.unionId, detail: { field, reason, count } },
    };
  },
});

/** Counts one look on a day and refuses beyond the cap. */
async function takeOne(tx: Tx, personId: bigint, today: string): Promise<number> {
  const cap = await settingIn(tx, "UNMASK_PER_DAY");
  const rows = await tx.$queryRaw<{ count: number }[]>`
    insert into unmask_use (person_id, day, count) values (${personId}, ${toDbDate(today)}::date, 1)
    on conflict (person_id, day) do update set count = unmask_use.count + 1 where unmask_use.count < ${cap}
    returning count`;
  const row = rows[0];
  if (row === undefined)
    throw new Refusal("FORBIDDEN", `今天已查看 ${cap} 次完整信息，达到每日上限，请明天再办或联系系统管理员`);
  return row.count;
}
