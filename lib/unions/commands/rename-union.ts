import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { renameUnionInput } from "../schema";
import { refuseTaken } from "./create-union";
import { changedMeanwhile } from "./edit-union";

/** Gives a union a new name; papers that are frozen keep the old one. */
export const renameUnion = defineCommand({
  name: "unions.renameUnion",
  label: "工会更名",
  permission: "unions.manage",
  input: renameUnionInput,
  async run(tx, { unionId, name, version }, context) {
    context.requireUnion(unionId);
    const before = await tx.tradeUnion.findUnique({ where: { id: unionId }, select: { name: true } });
    if (before === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
    const renamed = await tx.tradeUnion
      .updateMany({ where: { id: unionId, version }, data: { name, version: { increment: 1 } } })
      .catch(refuseTaken);
    if (renamed.count === 0) throw changedMeanwhile();
    return {
      value: { unionId },
      audit: { subject: `union:${unionId}`, unionId, detail: { name: [before.name, name] } },
    };
  },
});
