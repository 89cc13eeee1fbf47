import { describe, expect, it } from "vitest";
import { markRead } from "@/lib/messages/commands/mark-read";
import { sendMessageIn } from "@/lib/messages/commands/send-message";
import type { NewMessage } from "@/lib/messages/model";
import { listMyMessages } from "@/lib/messages/queries";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { inScope } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { deliverMessages } from "@/lib/server/upkeep";
import { seedUnionId } from "../../prisma/seed/world";
import { demoDistrict } from "../accounts/demo-actors";

const { sql, actorOf } = demoDistrict();
const unionId = seedUnionId("区医院工会");

function send(from: Actor, to: Actor, eventKey: string): Promise<void> {
  const scope = { role: "portal_scoped" as const, unions: [unionId] };
  return inScope({ scope, actor: from, isReadOnly: false, isolation: "Serializable" }, (tx) =>
    sendMessageIn(tx, message(to, eventKey)),
  );
}

function message(to: Actor, eventKey: string): NewMessage {
  return {
    ...{ unionId, recipientId: to.personId ?? 0n, topic: "spending", eventKey },
    ...{ title: "一张报销单待您审批", body: "三月慰问", href: "/spending/1" },
  };
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

  it("has its job of delivery exactly when the event stands, and only once", async () => {
    const [from, to] = [await actorOf("jingban"), await actorOf("zhuxi")];
    const jobs = () => sql("select data from pgboss.job where name = 'deliver-messages'");
    const before = (await jobs()).length;
    const scope = { role: "portal_scoped" as const, unions: [unionId] };
    const failing = inScope(
      { scope, actor: from, isReadOnly: false, isolation: "Serializable" },
      async (tx) => {
        await sendMessageIn(tx, message(to, "spending:2:submitted"));
        throw new Error("the event did not happen");
      },
    );
    await expect(failing).rejects.toThrow("the event did not happen");
    expect(await jobs()).toHaveLength(before);
    await send(from, to, "spending:2:submitted");
    await send(from, to, "spending:2:submitted");
    expect(await jobs()).toHaveLength(before + 1);
    expect(await deliverMessages()).toBeGreaterThan(0);
    expect(await sql("select id from outbox_message where sent_at is null")).toEqual([]);
  });

  it("shows a union neither the jobs of others nor what they carry", async () => {
    const scope = { role: "portal_scoped" as const, unions: [unionId] };
    const actor = await actorOf("jingban");
    for (const statement of [
      "select data from pgboss.job",
      "delete from pgboss.job",
      "update pgboss.job set data = null",
    ]) {
      const attempt = inScope({ scope, actor, isReadOnly: false, isolation: "ReadCommitted" }, (tx) =>
        tx.$executeRawUnsafe(statement),
      );
      await expect(attempt, statement).rejects.toThrow("permission denied");
    }
  });

  it("is marked as read by its reader only", async () => {
    const [row] = await sql("select id::text from outbox_message where event_key = 'spending:1:submitted'");
    const input = { messageIds: [row?.["id"]] };
    expect(await runCommand(markRead, await actorOf("lingdao"), input)).toEqual({ count: 0 });
    expect(await runCommand(markRead, await actorOf("zhuxi"), input)).toEqual({ count: 1 });
    const unread = await read(await actorOf("zhuxi"), listMyMessages, { unreadOnly: "true" });
    expect(unread.messages.map(({ id }) => id)).not.toContain(row?.["id"]);
  });
});
