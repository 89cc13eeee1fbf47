import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { unionIdSchema } from "@/lib/core/ids";
import type { Actor } from "@/lib/server/actor";
import { defineCommand, runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { testDatabase } from "../support/test-database";
import { buildWorld, fingerprint, type World } from "../walls/world";

let world: World;
let chair: Actor;

beforeAll(async () => {
  world = await buildWorld(await testDatabase());
  chair = world.actor("UNIT_ADMIN", 4);
});

afterAll(async () => {
  await world.owner.end();
  await closeDatabase();
});

const renameInput = z.strictObject({ unionId: unionIdSchema, bank: z.string().max(50) });

/** The smallest change there is: reads a number out of a row and writes it back with one more. */
const countUp = defineCommand({
  name: "test.countUp",
  label: "测试计数",
  permission: "unions.edit",
  input: renameInput,
  async run(tx, { unionId, bank }, context) {
    context.requireUnion(unionId);
    const row = await tx.tradeUnion.findUniqueOrThrow({ where: { id: unionId }, select: { bankName: true } });
    const count = Number(row.bankName ?? "0") + 1;
    await tx.tradeUnion.updateMany({ where: { id: unionId }, data: { bankName: String(count) } });
    return { value: { count, bank }, audit: { subject: `union:${unionId}`, unionId, detail: { count } } };
  },
});

const input = { unionId: 4, bank: "工行" };

async function auditLines(requestId: string) {
  const { rows } = await world.owner.query("select * from audit_entry where request_id = $1", [requestId]);
  return rows;
}

async function bankName(): Promise<string | null> {
  const { rows } = await world.owner.query<{ bank_name: string | null }>(
    "select bank_name from trade_union where id = 4",
  );
  return rows[0]?.bank_name ?? null;
}

describe("the audit line", () => {
  it("is written exactly once, with who, in which roles, where and what", async () => {
    const requestId = randomUUID();
    await runCommand(countUp, chair, input, { requestId });
    expect(await auditLines(requestId)).toMatchObject([
      {
        account_id: chair.accountId?.toString(),
        actor_name: chair.name,
        roles: ["UNIT_ADMIN"],
        union_id: 4,
        command: "test.countUp",
        outcome: "DONE",
        subject: "union:4",
      },
    ]);
  });

  it("takes the change back when it cannot be written", async () => {
    const before = await fingerprint(world.owner);
    await world.owner.query(
      "alter table audit_entry add constraint broken check (command <> 'test.countUp') not valid",
    );
    await expect(runCommand(countUp, chair, input)).rejects.toThrow();
    await world.owner.query("alter table audit_entry drop constraint broken");
    expect(await fingerprint(world.owner)).toBe(before);
  });

  it("tells a refusal too: who was refused what", async () => {
    const requestId = randomUUID();
    await expect(runCommand(countUp, world.actor("CASHIER", 4), input, { requestId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await auditLines(requestId)).toMatchObject([
      { outcome: "REFUSED", detail: { code: "FORBIDDEN" } },
    ]);
  });

  it("keeps line breaks and escape sequences of a name as data", async () => {
    const requestId = randomUUID();
    const named = { ...chair, name: "甲\r\n2026 DONE \u001b[31m" };
    await runCommand(countUp, named, input, { requestId });
    expect(await auditLines(requestId)).toMatchObject([{ actor_name: named.name }]);
  });
});

describe("many at once", () => {
  it("sixteen writers of one row all succeed, each counted once", { timeout: 60_000 }, async () => {
    const before = Number((await bankName()) ?? "0");
    const answers = await Promise.all(Array.from({ length: 16 }, () => runCommand(countUp, chair, input)));
    expect(new Set(answers.map((answer) => answer.count)).size).toBe(16);
    expect(Number(await bankName())).toBe(before + 16);
  });
});

describe("an idempotency key", () => {
  it("gives the first answer again and changes nothing", async () => {
    const key = randomUUID();
    const first = await runCommand(countUp, chair, input, { key });
    const before = await fingerprint(world.owner);
    expect(await runCommand(countUp, chair, input, { key })).toEqual(first);
    expect(await fingerprint(world.owner)).toBe(before);
  });

  it("is stored once under a double click", async () => {
    const key = randomUUID();
    const before = Number(await bankName());
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => runCommand(countUp, chair, input, { key })),
    );
    expect(new Set(answers.map((answer) => answer.count)).size).toBe(1);
    expect(Number(await bankName())).toBe(before + 1);
  });

  it("is refused with another body", async () => {
    const key = randomUUID();
    await runCommand(countUp, chair, input, { key });
    await expect(runCommand(countUp, chair, { ...input, bank: "农行" }, { key })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("belongs to its account: somebody else's same key is his own", async () => {
    const key = randomUUID();
    const first = await runCommand(countUp, chair, input, { key });
    const other = await runCommand(countUp, world.actor("UNIT_ADMIN", 5), { ...input, unionId: 5 }, { key });
    expect(other).not.toEqual(first);
  });

  it("opens nothing to an account that has lost its role since", async () => {
    const key = randomUUID();
    await runCommand(countUp, chair, input, { key });
    await expect(runCommand(countUp, { ...chair, grants: [] }, input, { key })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it.each(["", "有汉字", "a b", "x".repeat(129), "a\nb"])("%j is no key", async (key) => {
    await expect(runCommand(countUp, chair, input, { key })).rejects.toMatchObject({ code: "INVALID" });
  });
});
