import { now, today } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { showParam } from "@/lib/policy/params";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { confirmParamInput } from "../schema";
import { commonVersionIn, personNameIn } from "./add-version";

/** Confirms a version of a number: from then on rules that reckon with it may block. It is not taken back. */
export const confirmParam = defineCommand({
  name: "policies.confirmParam",
  label: "确认标准",
  permission: "policies.confirm",
  input: confirmParamInput,
  async run(tx, { paramId, basis }, context) {
    const param = await commonVersionIn(tx, paramId);
    if (param.value === null) {
      throw new Refusal("POLICY", `“${param.label}”尚未设定数值，请先新增带数值的版本`);
    }
    const confirmed = await tx.policyParam.updateMany({
      where: { id: paramId, status: "TO_CONFIRM" },
      data: {
        ...{ status: "CONFIRMED", confirmedById: context.personId() },
        ...{ confirmedAt: now(), confirmNote: basis },
      },
    });
    if (confirmed.count === 0) throw await alreadyConfirmed(tx, paramId);
    return {
      value: { paramId: paramId.toString() },
      audit: {
        subject: `policyParam:${paramId}`,
        unionId: null,
        detail: {
          ...{ code: param.code, from: param.from, value: showParam(param), basis },
          ...{ old: "TO_CONFIRM", new: "CONFIRMED" },
        },
      },
    };
  },
});

async function alreadyConfirmed(tx: Tx, id: bigint): Promise<Refusal> {
  const row = await tx.policyParam.findUniqueOrThrow({
    where: { id },
    select: { label: true, confirmedById: true, confirmedAt: true },
  });
  const { confirmedAt } = row;
  if (confirmedAt === null) return new Refusal("CONFLICT", `“${row.label}”已是确认状态，无需再次确认`);
  const who = await personNameIn(tx, row.confirmedById);
  return new Refusal("CONFLICT", `“${row.label}”已由${who}于 ${today(() => confirmedAt)} 确认`);
}
