import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { instruments } from "@/lib/policy/instruments";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { groupsOf } from "../labels";
import { addListEntryInput } from "../schema";

/** Adds a word to one of the district's lists from a day on. */
export const addListEntry = defineCommand({
  name: "policies.addListEntry",
  label: "增加词表词语",
  permission: "policies.confirm",
  input: addListEntryInput,
  async run(tx, { list, word, except, group, severity, from, instrument }, context) {
    if (!Object.hasOwn(groupsOf(list), group)) throw refusedAt("group", "所选类别不属于这个词表");
    // practice 1: a hint may point out, it never blocks.
    if (severity === "FORBIDDEN" && instruments[instrument].kind === "HINT") {
      throw refusedAt("severity", "产品提示不能作为禁止的依据，请选择文件或区总口径");
    }
    await refuseDouble(tx, { list, word, group }, from);
    const longer = splitWords(except);
    const useless = longer.find((other) => !other.includes(word));
    if (useless !== undefined) throw refusedAt("except", `例外“${useless}”不含“${word}”，不起作用`);
    const row = await tx.policyListEntry.create({
      data: {
        ...{ list, word, group, severity, instrument, except: longer },
        ...{ from: toDbDate(from), createdById: context.personId() },
      },
      select: { id: true },
    });
    return {
      value: { entryId: row.id.toString() },
      audit: {
        subject: `policyListEntry:${row.id}`,
        unionId: null,
        detail: { list, word, except: longer, group, severity, from, instrument },
      },
    };
  },
});

function refusedAt(path: string, message: string): Refusal {
  return new Refusal("INVALID", message, [{ path, message }]);
}

function splitWords(text: string): string[] {
  const words = text.normalize("NFKC").split(/[、,;\s]+/u);
  return [...new Set(words.filter((word) => word !== ""))];
}

async function refuseDouble(
  tx: Tx,
  word: { list: string; word: string; group: string },
  from: string,
): Promise<void> {
  const other = await tx.policyListEntry.findFirst({
    where: { ...word, OR: [{ to: null }, { to: { gte: toDbDate(from) } }] },
    select: { from: true, to: true },
  });
  if (other === null) return;
  const until = other.to === null ? "起" : `至 ${fromDbDate(other.to)}`;
  const message = `“${word.word}”已在词表中（${fromDbDate(other.from)} ${until}）`;
  throw new Refusal("CONFLICT", message, [{ path: "word", message }]);
}
