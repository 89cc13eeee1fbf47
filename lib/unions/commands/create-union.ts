import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { sqlStateOf } from "@/lib/server/retry";
import { levelAt } from "../model";
import { createUnionInput } from "../schema";

/** Sets up a union below another; its level follows from its depth. */
export const createUnion = defineCommand({
  name: "unions.createUnion",
  label: "新建工会",
  permission: "unions.manage",
  input: createUnionInput,
  async run(tx, { parentId, name, kind, creditCode }, context) {
    context.requireUnion(parentId);
    const parent = await tx.tradeUnion.findUnique({
      where: { id: parentId },
      select: { path: true, closedOn: true },
    });
    if (parent === null) throw new Refusal("NOT_FOUND", "未找到上级工会，或您没有权限");
    if (parent.closedOn !== null) throw new Refusal("CONFLICT", "上级工会已撤销");
    const level = levelAt(parent.path.length + 1);
    const rows = await tx.$queryRaw<{ id: number }[]>`
      insert into trade_union (id, parent_id, path, level, name, kind, credit_code)
      select id, ${parentId}, ${parent.path}::int[] || id::int, ${level}::union_level, ${name}, ${kind ?? null}, ${creditCode ?? null}
      from nextval('trade_union_id_seq') as given(id) returning id`.catch(refuseTaken);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error("a union was not made");
    return {
      value: { unionId: id },
      audit: { subject: `union:${id}`, unionId: id, detail: { parentId, name, kind: kind ?? null } },
    };
  },
});

/** A name and a credit code are used once in the district, also by unions the caller cannot see. */
export function refuseTaken(error: unknown): never {
  if (sqlStateOf(error) !== "23505" && !(error instanceof Error && "code" in error && error.code === "P2002"))
    throw error;
  const isCode =
    JSON.stringify(Object(error).meta ?? "").includes("credit_code") || String(error).includes("credit_code");
  const path = isCode ? "creditCode" : "name";
  const message = isCode ? "这个统一社会信用代码已登记在另一工会" : "已有同名的工会";
  throw new Refusal("INVALID", message, [{ path, message }]);
}
