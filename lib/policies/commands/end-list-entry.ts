import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { endListEntryInput } from "../schema";
import { personNameIn } from "./add-version";

/** Ends a word of a list: it holds up to and including the given day. */
export const endListEntry = defineCommand({
  name: "policies.endListEntry",
  label: "停用词表词语",
  permission: "policies.confirm",
  input: endListEntryInput,
  async run(tx, { entryId, to }, context) {
    const entry = await tx.policyListEntry.findUnique({
      where: { id: entryId },
      select: { list: true, word: true, from: true },
    });
    if (entry === null) throw new Refusal("NOT_FOUND", "未找到该词语");
    const from = fromDbDate(entry.from);
    if (to < from) {
      const message = `不能早于开始日期 ${from}`;
      throw new Refusal("INVALID", `截止日期${message}`, [{ path: "to", message }]);
    }
    const ended = await tx.policyListEntry.updateMany({
      where: { id: entryId, to: null },
      data: { to: toDbDate(to), endedById: context.personId() },
    });
    if (ended.count === 0) throw await alreadyEnded(tx, entryId);
    return {
      value: { entryId: entryId.toString() },
      audit: {
        subject: `policyListEntry:${entryId}`,
        unionId: null,
        detail: { list: entry.list, word: entry.word, old: null, new: to },
      },
    };
  },
});

async function alreadyEnded(tx: Tx, id: bigint): Promise<Refusal> {
  const row = await tx.policyListEntry.findUniqueOrThrow({
    where: { id },
    select: { word: true, to: true, endedById: true },
  });
  const who = await personNameIn(tx, row.endedById);
  const until = row.to === null ? "" : `（截止 ${fromDbDate(row.to)}）`;
  return new Refusal("CONFLICT", `“${row.word}”已由${who}停用${until}`);
}
