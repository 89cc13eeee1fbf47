import { describe, expect, it } from "vitest";
import { markRead } from "@/lib/messages/commands/mark-read";
import { sendMessageIn } from "@/lib/messages/commands/send-message";
import { listMyMessages } from "@/lib/messages/queries";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { inScope } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { seedUnionId } from "../../prisma/seed/world";
import { demoDistrict } from "../accounts/demo-actors";

const { sql, actorOf } = demoDistrict();
const unionId = seedUnionId("区医院工会");

function send(from: Actor, to: Actor, eventKey: string): Promise<void> {
  const scope = { role: "portal_scoped" as const, unions: [unionId] };
  return inScope({ scope, actor: from, isReadOnly: false, isolation: "Serializable" }, (tx) =>
    sendMessageIn(tx, {
      ...{ unionId, recipientId: to.personId ?? 0n, topic: "spending", eventKey },
      ...{ title: "一张报销单待您审批", body: "三月慰问", href: "/spending/1" },
    }),
  );
}

describe("a message", () => {
  it("tells its reader once, however often the event is repeated, and nobody else", async () => {
    const [from, to] = [await actorOf("jingban"), await actorOf("zhuxi")];
    await send(from, to, "spending:1:submitted");
    await send(from, to, "spending:1:submitted");
    expect(await read(to, listMyMessages, {})).toMatchObject({
      unread: 1,
      messages: [{ title: "一张报销单待您审批", isRead: false }],
    });
    for (const login of ["jingban", "lingdao", "xitong"]) {
      expect((await read(await actorOf(login), listMyMessages, {})).messages).toEqual([]);
    }
  });

  it("is marked as read by its reader only", async () => {
    const [row] = await sql("select id::text from outbox_message");
    const input = { messageIds: [row?.["id"]] };
    expect(await runCommand(markRead, await actorOf("lingdao"), input)).toEqual({ count: 0 });
    expect(await runCommand(markRead, await actorOf("zhuxi"), input)).toEqual({ count: 1 });
    expect(await read(await actorOf("zhuxi"), listMyMessages, { unreadOnly: "true" })).toMatchObject({
      unread: 0,
      messages: [],
    });
  });
});
