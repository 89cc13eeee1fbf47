import { afterAll, describe, expect, it } from "vitest";
import { asGate, closeDatabase } from "@/lib/server/db";
import { asOwner, testDatabase } from "../support/test-database";

const { ownerUrl } = await testDatabase();

afterAll(closeDatabase);

describe("an instant kept in the database", () => {
  it("is read as the instant it is, though the server speaks another zone", async () => {
    await asOwner(
      ownerUrl,
      `insert into audit_entry (at, actor_name, roles, command, outcome, detail, request_id)
       values ('2026-03-08T12:00:00Z', '系统', '{}', 'test.clock', 'DONE', '{}', 'clock')`,
    );
    const entry = await asGate((tx) =>
      tx.auditEntry.findFirst({ where: { requestId: "clock" }, select: { at: true } }),
    );
    expect(entry?.at.toISOString().slice(0, 10)).toBe("2026-03-08");
    expect(entry?.at.getUTCHours()).toBe(12);
  });
});
