import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { showParam } from "@/lib/policy/params";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { setOwnParamInput } from "../schema";
import { addVersionIn, type FoundVersion, findVersionIn, readValue } from "./add-version";

/** Sets a union's own value of a standard that is left to it (工作餐标准, 大额标准), by the union's own document. */
export const setOwnParam = defineCommand({
  name: "policies.setOwnParam",
  label: "设定本单位标准",
  permission: "policies.setOwn",
  input: setOwnParamInput,
  async run(tx, { unionId, code, from, value, document, note }, context) {
    context.requireUnion(unionId);
    const common = await ownableIn(tx, code, from);
    const last = await findVersionIn(tx, { code, unionId });
    const typed = readValue(common, value);
    const id = await addVersionIn(tx, common, last, {
      ...{ from, value: typed, document, note, unionId },
      // It is the union's own decision, so its document confirms it.
      ...{ status: "CONFIRMED", personId: context.personId() },
    });
    return {
      value: { paramId: id.toString() },
      audit: {
        subject: `policyParam:${id}`,
        unionId,
        detail: {
          ...{ code, from, document },
          ...{ old: last === null ? null : showParam(last), new: showParam({ ...common, ...typed }) },
        },
      },
    };
  },
});

/** The common version in force on the day; refuses a standard that is not left to the union. */
async function ownableIn(tx: Tx, code: string, on: string): Promise<FoundVersion> {
  const day = toDbDate(on);
  const common = await findVersionIn(tx, {
    ...{ code, unionId: null, from: { lte: day } },
    OR: [{ to: null }, { to: { gte: day } }],
  });
  if (common?.scope === "UNION") return common;
  const message = common === null ? "该日期没有这项标准" : "这项标准由上级统一规定，本单位不能自行设定";
  throw new Refusal("INVALID", message, [{ path: common === null ? "from" : "code", message }]);
}
