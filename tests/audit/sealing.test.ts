import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asGate, closeDatabase } from "@/lib/server/db";
import { sealAudit } from "@/lib/server/seal-audit";
import { verifyAudit } from "@/lib/server/verify-audit";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

const insertLine = `insert into audit_entry (actor_name, roles, command, outcome, detail, request_id)
  values ('某会计', '{BOOKKEEPER}', 'ledger.postVoucher', 'DONE', '{}', 'r') returning id::int`;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(closeDatabase);

async function writer(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.webUrl });
  await client.connect();
  await client.query("begin");
  await client.query("set local role portal_gate");
  return client;
}

async function sealedNumbers(): Promise<number[]> {
  const rows = await asOwner<{ entry_id: number }>(
    database.ownerUrl,
    "select entry_id::int from audit_seal order by seq",
  );
  return rows.map((row) => row.entry_id);
}

describe("sealing while others write", () => {
  it("waits for a line with a smaller number that commits after a larger one", async () => {
    const slow = await writer();
    const quick = await writer();
    const { rows: early } = await slow.query(
      "insert into audit_entry (actor_name, roles, command, outcome, detail, request_id) values ('甲', '{}', 'a.b', 'DONE', '{}', 'r') returning id::int",
    );
    const { rows: late } = await quick.query(insertLine);
    expect(early[0].id).toBeLessThan(late[0].id);
    await quick.query("commit");
    expect(await sealAudit()).toBe(0);
    expect(await sealedNumbers()).toEqual([]);
    await slow.query("commit");
    expect(await sealAudit()).toBe(2);
    expect(await sealedNumbers()).toEqual([early[0].id, late[0].id]);
    await Promise.all([slow.end(), quick.end()]);
  });

  it("waits for an older transaction that has drawn its number last", async () => {
    const older = await writer();
    await older.query("select pg_current_xact_id()");
    const younger = await writer();
    const first = await younger.query(insertLine);
    const second = await older.query(insertLine);
    await older.query("commit");
    expect(await sealAudit()).toBe(0);
    await younger.query("commit");
    await sealAudit();
    expect((await sealedNumbers()).slice(-2)).toEqual([first.rows[0].id, second.rows[0].id]);
    await Promise.all([older.end(), younger.end()]);
  });

  it("skips the numbers of transactions that were rolled back", async () => {
    const undone = await writer();
    await undone.query(insertLine);
    await undone.query("rollback");
    await undone.end();
    await asGate((tx) => tx.$executeRawUnsafe(insertLine));
    await sealAudit();
    expect(await verifyAudit()).toMatchObject({ fault: null, waiting: 0 });
  });

  it("keeps one chain under sixteen writers and four sealers", { timeout: 60_000 }, async () => {
    const before = (await sealedNumbers()).length;
    let isWriting = true;
    const sealers = Array.from({ length: 4 }, async () => {
      while (isWriting) await sealAudit();
    });
    await Promise.all(Array.from({ length: 16 }, () => writeSome(60)));
    isWriting = false;
    await Promise.all(sealers);
    for (let count = 1; count > 0; ) count = await sealAudit();
    const report = await verifyAudit();
    expect(report.fault).toBeNull();
    expect(report).toMatchObject({ sealed: String(before + 16 * 60), waiting: 0 });
  });
});

async function writeSome(count: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.webUrl });
  await client.connect();
  for (let line = 0; line < count; line += 1) {
    await client.query("begin");
    await client.query("set local role portal_gate");
    await client.query(insertLine);
    if (line % 3 === 0) await client.query("select pg_sleep(0.002)");
    await client.query("commit");
  }
  await client.end();
}

describe("the log's walls in the database", () => {
  const roles = ["portal_scoped", "portal_district", "portal_gate"];
  const attempts: [string, string][] = [
    ["change a line", "update audit_entry set subject = 'x'"],
    ["delete a line", "delete from audit_entry"],
    ["empty the log", "truncate audit_entry"],
    ["change a seal", "update audit_seal set hash = 'x'"],
    ["delete a seal", "delete from audit_seal"],
    ["empty the seals", "truncate audit_seal"],
    [
      "choose a line's number",
      "insert into audit_entry (id, actor_name, roles, command, outcome, detail, request_id) values (1, 'x', '{}', 'a.b', 'DONE', '{}', 'r')",
    ],
    [
      "choose a line's time",
      "insert into audit_entry (at, actor_name, roles, command, outcome, detail, request_id) values (now() - interval '1 year', 'x', '{}', 'a.b', 'DONE', '{}', 'r')",
    ],
    ["switch the triggers off", "set session_replication_role = replica"],
    ["take the triggers away", "alter table audit_entry disable trigger all"],
  ];
  it.each(roles.flatMap((role) => attempts.map(([what, sql]) => [role, what, sql] as const)))(
    "%s may not %s",
    async (role, _what, sql) => {
      const client = await writer();
      await client.query(`set local role ${role}`);
      await expect(client.query(sql)).rejects.toMatchObject({ code: "42501" });
      await client.end();
    },
  );

  it("a scoped role reads neither lines nor seals", async () => {
    for (const table of ["audit_entry", "audit_seal"]) {
      const client = await writer();
      await client.query("set local role portal_scoped");
      await expect(client.query(`select * from ${table}`)).rejects.toMatchObject({ code: "42501" });
      await client.end();
    }
  });

  it("only the gate seals", async () => {
    for (const role of ["portal_scoped", "portal_district"]) {
      const client = await writer();
      await client.query(`set local role ${role}`);
      const forged = "insert into audit_seal (seq, entry_id, prev_hash, hash) values (1, 1, '', '')";
      await expect(client.query(forged)).rejects.toMatchObject({ code: "42501" });
      await client.end();
    }
  });

  it("even the owner cannot change a line without switching the triggers off", async () => {
    await expect(asOwner(database.ownerUrl, "update audit_entry set subject = 'x'")).rejects.toThrow(
      "append-only",
    );
    await expect(asOwner(database.ownerUrl, "truncate audit_entry")).rejects.toThrow("append-only");
  });
});
