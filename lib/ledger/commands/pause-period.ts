import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { pausePeriodInput } from "../schema";

/** Stops a month from taking vouchers, for example while its papers are being checked. */
export const pausePeriod = defineCommand({
  name: "ledger.pausePeriod",
  label: "暂停记账月份",
  permission: "ledger.post",
  input: pausePeriodInput,
  async run(tx, { unionId, month, reason }, context) {
    context.requireUnion(unionId);
    const paused = await tx.$executeRaw`
      insert into ledger_period (union_id, month, state) values (${unionId}, ${month}, 'PAUSED')
      on conflict (union_id, month) do update set state = 'PAUSED' where ledger_period.state = 'OPEN'`;
    if (paused === 0) throw new Refusal("CONFLICT", `${month} 已暂停或已结账，没有改动`);
    return {
      value: { unionId, month },
      audit: {
        subject: `ledger_period:${unionId}:${month}`,
        unionId,
        detail: { old: "OPEN", new: "PAUSED", reason },
      },
    };
  },
});
