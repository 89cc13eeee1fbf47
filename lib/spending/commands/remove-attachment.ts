import { removeAttachmentIn } from "@/lib/attachments/commands/remove-attachment";
import { defineCommand } from "@/lib/server/command";
import { spendingSubject } from "../model";
import { documentOf } from "../reports/document";
import { removeAttachmentInput } from "../schema";

/** Takes a paper off a document while it is not locked by submission. */
export const removeAttachment = defineCommand({
  name: "spending.removeAttachment",
  label: "删除支出附件",
  permission: "spending.attach",
  input: removeAttachmentInput,
  async run(tx, { documentId, attachmentId }, context) {
    const { unionId } = await documentOf(tx, documentId);
    context.requireUnion(unionId);
    await removeAttachmentIn(tx, { kind: spendingSubject, id: documentId, unionId }, attachmentId);
    return {
      value: { id: attachmentId.toString() },
      audit: {
        subject: `spending:${documentId}`,
        unionId,
        detail: { removedAttachment: attachmentId.toString() },
      },
    };
  },
});
