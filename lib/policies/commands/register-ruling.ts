import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { shelvedRule } from "../rules/rulebooks";
import { registerRulingInput } from "../schema";

/** Registers a numbered answer of the district; from then on verdicts by its rules name it (问过不算错). */
export const registerRuling = defineCommand({
  name: "policies.registerRuling",
  label: "登记答复单",
  permission: "policies.confirm",
  input: registerRulingInput,
  async run(tx, input, context) {
    const unknown = input.ruleIds.find((id) => shelvedRule(id) === null);
    if (unknown !== undefined) throw refusedAt("ruleIds", `没有编号为 ${unknown} 的规则`);
    if (input.to !== undefined && input.to < input.from) {
      throw refusedAt("to", `不能早于开始日期 ${input.from}`);
    }
    const taken = await tx.ruling.findUnique({ where: { number: input.number }, select: { id: true } });
    if (taken !== null) {
      const message = `编号“${input.number}”已登记`;
      throw new Refusal("CONFLICT", message, [{ path: "number", message }]);
    }
    const { number, question, answer, confirmedBy } = input;
    const ruleIds = [...new Set(input.ruleIds)];
    const row = await tx.ruling.create({
      data: {
        ...{ number, question, answer, confirmedBy, ruleIds, from: toDbDate(input.from) },
        ...{ to: input.to === undefined ? null : toDbDate(input.to), createdById: context.personId() },
      },
      select: { id: true },
    });
    return {
      value: { rulingId: row.id.toString() },
      audit: {
        subject: `ruling:${row.id}`,
        unionId: null,
        detail: { number, ruleIds, from: input.from, to: input.to ?? null, confirmedBy },
      },
    };
  },
});

function refusedAt(path: string, message: string): Refusal {
  return new Refusal("INVALID", message, [{ path, message }]);
}
