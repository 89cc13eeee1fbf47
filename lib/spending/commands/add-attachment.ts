import { addAttachmentIn } from "@/lib/attachments/commands/add-attachment";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { redeemTicket } from "@/lib/server/files";
import { spendingSubject } from "../model";
import { documentOf } from "../reports/document";
import { addAttachmentInput } from "../schema";

/** Adds a paper to a document, by the ticket of its upload; papers due later come after submission as well. */
export const addAttachment = defineCommand({
  name: "spending.addAttachment",
  label: "上传支出附件",
  permission: "spending.attach",
  input: addAttachmentInput,
  async run(tx, { documentId, kind, fileName, ticket }, context) {
    const document = await documentOf(tx, documentId);
    const { unionId } = document;
    context.requireUnion(unionId);
    if (document.state === "ARCHIVED" || document.state === "REJECTED") {
      throw new Refusal("CONFLICT", "已归档或未获批准的单据不能再加附件");
    }
    const { accountId } = context.actor;
    if (accountId === null) throw new Refusal("FORBIDDEN", "此操作须由本人登录后办理");
    const file = redeemTicket(accountId, ticket);
    const subject = { kind: spendingSubject, id: documentId, unionId };
    const uploadedById = context.personId();
    const id = await addAttachmentIn(tx, subject, { ...file, kind, fileName, uploadedById });
    return {
      value: { id: id.toString() },
      audit: { subject: `spending:${documentId}`, unionId, detail: { kind, fileName, sha256: file.sha256 } },
    };
  },
});
