import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { defineQuery } from "@/lib/server/query";

const pageSize = 30;

/** One's own messages, newest first, with the number not read yet. */
export const listMyMessages = defineQuery({
  name: "messages.listMyMessages",
  label: "查看本人消息",
  permission: "messages.read",
  input: z.strictObject({ before: idSchema.optional(), unreadOnly: z.stringbool().optional() }),
  async run(tx, { before, unreadOnly = false }, context) {
    const recipientId = context.personId();
    const rows = await tx.outboxMessage.findMany({
      where: {
        recipientId,
        ...(unreadOnly && { readAt: null }),
        ...(before !== undefined && { id: { lt: before } }),
      },
      select: {
        ...{ id: true, unionId: true, topic: true, title: true, body: true, href: true },
        ...{ createdAt: true, readAt: true },
      },
      orderBy: { id: "desc" },
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    return {
      unread: await tx.outboxMessage.count({ where: { recipientId, readAt: null } }),
      messages: shown.map(({ id, createdAt, readAt, ...row }) => ({
        ...row,
        ...{ id: id.toString(), at: createdAt.toISOString(), isRead: readAt !== null },
      })),
      next: rows.length > pageSize ? (shown.at(-1)?.id.toString() ?? null) : null,
    };
  },
});
