import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { spendingSubject } from "../model";
import { documentOf, tooLate } from "../reports/document";
import { documentAt } from "../schema";

/** Throws away a draft that was never handed in; anything with a number stays. */
export const deleteDraft = defineCommand({
  name: "spending.deleteDraft",
  label: "删除支出草稿",
  permission: "spending.enter",
  input: documentAt,
  async run(tx, { id, version }, context) {
    const document = await documentOf(tx, id);
    context.requireUnion(document.unionId);
    if (document.state !== "DRAFT" || document.number !== null) {
      throw new Refusal("CONFLICT", "只有从未提交过的草稿可以删除；已编号的单据请撤回");
    }
    await tx.attachment.updateMany({
      where: { subjectKind: spendingSubject, subjectId: id, removedAt: null },
      data: { removedAt: now() },
    });
    const deleted = await tx.spendingDocument.deleteMany({ where: { id, version, state: "DRAFT" } });
    if (deleted.count === 0) throw await tooLate(tx, id);
    return {
      value: { id: id.toString() },
      audit: {
        subject: `spending:${id}`,
        unionId: document.unionId,
        detail: { title: document.title, amountFen: document.amountFen.toString() },
      },
    };
  },
});
