import { z } from "zod";
import { now } from "@/lib/core/dates";
import { idSchema } from "@/lib/core/ids";
import { defineCommand } from "@/lib/server/command";

/** Marks one's own messages as read: those named, or all of them. */
export const markRead = defineCommand({
  name: "messages.markRead",
  label: "标记消息已读",
  permission: "messages.read",
  input: z.strictObject({ messageIds: z.array(idSchema).max(200).optional() }),
  async run(tx, { messageIds }, context) {
    const read = await tx.outboxMessage.updateMany({
      where: {
        ...{ recipientId: context.personId(), readAt: null },
        ...(messageIds && { id: { in: messageIds } }),
      },
      data: { readAt: now() },
    });
    return {
      value: { count: read.count },
      audit: { subject: "", unionId: null, detail: { count: read.count } },
    };
  },
});
