import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { closeUnionInput } from "../schema";
import { changedMeanwhile } from "./edit-union";

/** Closes a union on a day; its history stays. Refuses while members or open unions belong to it. */
export const closeUnion = defineCommand({
  name: "unions.closeUnion",
  label: "撤销工会",
  permission: "unions.manage",
  input: closeUnionInput,
  async run(tx, { unionId, on, reason, version }, context) {
    context.requireUnion(unionId);
    const date = on ?? context.today;
    const union = await tx.tradeUnion.findUnique({
      where: { id: unionId },
      select: { parentId: true, closedOn: true },
    });
    if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
    if (union.parentId === null) throw new Refusal("INVALID", "区总工会不能撤销");
    if (union.closedOn !== null) throw new Refusal("CONFLICT", "该工会已经撤销");
    if (date > context.today)
      throw new Refusal("INVALID", "撤销日期不能晚于今天", [{ path: "on", message: "不能晚于今天" }]);
    const children = await tx.tradeUnion.count({ where: { parentId: unionId, closedOn: null } });
    if (children > 0) throw new Refusal("CONFLICT", `还有 ${children} 个下级工会，请先调整隶属或撤销`);
    const members = await tx.membership.count({ where: { unionId, to: null } });
    if (members > 0) throw new Refusal("CONFLICT", `还有 ${members} 名会员，请先办理转出`);
    const closed = await tx.tradeUnion.updateMany({
      where: { id: unionId, version },
      data: { closedOn: toDbDate(date), version: { increment: 1 } },
    });
    if (closed.count === 0) throw changedMeanwhile();
    return {
      value: { unionId },
      audit: { subject: `union:${unionId}`, unionId, detail: { closedOn: date, reason } },
    };
  },
});
