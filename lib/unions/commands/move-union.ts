import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { moveUnionInput } from "../schema";
import { changedMeanwhile } from "./edit-union";

/** Puts a union with everything below it under another parent; a place inside its own subtree is refused. */
export const moveUnion = defineCommand({
  name: "unions.moveUnion",
  label: "调整工会隶属",
  permission: "unions.manage",
  input: moveUnionInput,
  async run(tx, { unionId, parentId, version }, context) {
    context.requireUnion(unionId);
    context.requireUnion(parentId);
    const union = await placeOf(tx, unionId);
    const parent = await placeOf(tx, parentId);
    if (union.parentId === null) throw new Refusal("INVALID", "区总工会不能调整隶属");
    if (parent.path.includes(unionId)) {
      const message = "不能隶属于自己或自己的下级工会";
      throw new Refusal("INVALID", message, [{ path: "parentId", message }]);
    }
    if (parent.closedOn !== null) throw new Refusal("CONFLICT", "新的上级工会已撤销");
    const moved = await tx.tradeUnion.updateMany({
      where: { id: unionId, version },
      data: { parentId, version: { increment: 1 } },
    });
    if (moved.count === 0) throw changedMeanwhile();
    const count = await movePaths(tx, union.path, parent.path);
    await refuseLostDirectAdmins(tx, unionId);
    const detail = { parentId: [union.parentId, parentId], unions: count };
    return { value: { unionId, unions: count }, audit: { subject: `union:${unionId}`, unionId, detail } };
  },
});

async function placeOf(tx: Tx, id: number) {
  const union = await tx.tradeUnion.findUnique({
    where: { id },
    select: { parentId: true, path: true, closedOn: true },
  });
  if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
  return union;
}

/** Rewrites the paths of a whole subtree: the part above the moved union is exchanged, the part below stays. */
function movePaths(tx: Tx, oldPath: number[], parentPath: number[]): Promise<number> {
  const ownId = oldPath.at(-1) ?? 0;
  return tx.$executeRaw`
    update trade_union set path = moved.path,
      level = (case cardinality(moved.path) when 1 then 'DISTRICT' when 2 then 'DIRECT' else 'GRASSROOTS' end)::union_level
    from (select id, ${parentPath}::int[] || path[${oldPath.length}::int:] path from trade_union where path @> array[${ownId}::int]) moved
    where trade_union.id = moved.id`;
}

/** A 直属工会管理员 sees a subtree because the union is a direct one; it must be revoked before that changes. */
async function refuseLostDirectAdmins(tx: Tx, unionId: number): Promise<void> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select u.name from trade_union u join role_grant g on g.union_id = u.id
    where u.path @> array[${unionId}::int] and u.level <> 'DIRECT' and g.role = 'DIRECT_ADMIN' and g.revoked_at is null limit 1`;
  const row = rows[0];
  if (row !== undefined) {
    throw new Refusal("CONFLICT", `${row.name}调整后不再是直属工会，请先收回其直属工会管理员岗位`);
  }
}
