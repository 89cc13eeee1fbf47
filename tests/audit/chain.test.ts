import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Head } from "@/lib/server/audit-chain";
import { asGate, closeDatabase } from "@/lib/server/db";
import { sealAudit } from "@/lib/server/seal-audit";
import { currentHead, verifyAudit, verifyNewest } from "@/lib/server/verify-audit";
import { type TestDatabase, testDatabase } from "../support/test-database";

let database: TestDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  superuser = new pg.Client({ connectionString: database.ownerUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await closeDatabase();
});

beforeEach(async () => {
  await asSuperuser("truncate audit_entry, audit_seal restart identity");
  await writeLines(10);
  await sealAll();
});

/** Somebody with the database's own password, who switches the triggers off first. */
async function asSuperuser(sql: string): Promise<void> {
  await superuser.query("set session_replication_role = replica");
  await superuser.query(sql);
  await superuser.query("set session_replication_role = origin");
}

async function writeLines(count: number): Promise<void> {
  for (let line = 0; line < count; line += 1) {
    await asGate(
      (tx) => tx.$executeRaw`insert into audit_entry (actor_name, roles, command, outcome, detail, request_id)
        values ('某会计', '{BOOKKEEPER}', 'ledger.postVoucher', 'DONE', '{"amountFen": "123456789012345678", "n": 1.50}', ${`r${line}`})`,
    );
  }
}

async function sealAll(): Promise<number> {
  let sealed = 0;
  for (let count = 1; count > 0; sealed += count) count = await sealAudit();
  return sealed;
}

async function head(): Promise<Head> {
  const current = await asGate(currentHead);
  if (current === null) throw new Error("nothing is sealed");
  return current;
}

describe("an untouched log", () => {
  it("is one chain from the first line to the last", async () => {
    expect(await verifyAudit([await head()])).toMatchObject({ fault: null, sealed: "10", waiting: 0 });
  });

  it("still fits a head exported long ago after it has grown", async () => {
    const early = await head();
    await writeLines(3);
    expect(await verifyAudit([early])).toMatchObject({ fault: null, sealed: "10", waiting: 3 });
    await sealAll();
    expect(await verifyAudit([early])).toMatchObject({ fault: null, sealed: "13", waiting: 0 });
  });

  it("has nothing to seal twice", async () => {
    expect(await sealAll()).toBe(0);
  });

  it("is checked from any line on for a page that shows the newest", async () => {
    expect(await asGate((tx) => verifyNewest(tx, 4))).toMatchObject({ fault: null, sealed: "10" });
    await asSuperuser("update audit_entry set subject = 'voucher:1' where id = 8");
    expect(await asGate((tx) => verifyNewest(tx, 4))).toMatchObject({
      fault: { kind: "BROKEN", entryId: "8" },
    });
    expect(await asGate((tx) => verifyNewest(tx, 2))).toMatchObject({ fault: null });
  });
});

describe("whoever owns the database is found out when he", () => {
  const edits: [string, string][] = [
    ["the detail", `detail = '{"amountFen": "1"}'`],
    ["the name", "actor_name = '他人'"],
    ["the time, by a microsecond", "at = at + interval '1 microsecond'"],
    ["the roles", "roles = '{CHAIR}'"],
    ["the union", "union_id = 7"],
    ["the outcome", "outcome = 'REFUSED'"],
    ["the request", "request_id = 'x'"],
  ];
  it.each(edits)("edits %s of a line", async (_what, change) => {
    await asSuperuser(`update audit_entry set ${change} where id = 5`);
    expect((await verifyAudit()).fault).toMatchObject({ kind: "BROKEN", entryId: "5", seq: "5" });
  });

  it("edits two lines: the first is named", async () => {
    await asSuperuser("update audit_entry set subject = 'x' where id in (4, 7)");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "BROKEN", entryId: "4" });
  });

  it("edits a seal's time", async () => {
    await asSuperuser("update audit_seal set sealed_at = sealed_at - interval '1 day' where seq = 6");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "BROKEN", seq: "6" });
  });

  it("deletes a line in the middle", async () => {
    await asSuperuser("delete from audit_entry where id = 5");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "MISSING", entryId: "5", seq: "5" });
  });

  it("deletes a line together with its seal", async () => {
    await asSuperuser("delete from audit_entry where id = 5; delete from audit_seal where seq = 5");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "MISSING", seq: "5" });
  });

  it("deletes a line and renumbers the seals after it", async () => {
    await asSuperuser(
      "delete from audit_entry where id = 5; delete from audit_seal where seq = 5; update audit_seal set seq = seq + 1000 where seq > 5; update audit_seal set seq = seq - 1001 where seq > 1000",
    );
    expect((await verifyAudit()).fault).toMatchObject({ kind: "BROKEN", entryId: "6", seq: "5" });
  });

  it("takes only a seal away", async () => {
    await asSuperuser("delete from audit_seal where seq = 5");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "EXTRA", entryId: "5" });
  });

  it("moves a later line into the place of a deleted one", async () => {
    await asSuperuser("delete from audit_entry where id = 5; delete from audit_seal where seq = 5");
    await asSuperuser(
      "update audit_seal set entry_id = 5 where seq = 6; update audit_entry set id = 5 where id = 6",
    );
    expect((await verifyAudit()).fault?.seq).toBe("5");
  });

  it("inserts a line at a number that was never used", async () => {
    await asSuperuser("select setval('audit_entry_id_seq', 20)");
    await writeLines(1);
    await sealAll();
    await asSuperuser(
      "insert into audit_entry (id, actor_name, roles, command, outcome, detail, request_id) values (15, '假', '{}', 'a.b', 'DONE', '{}', 'r'), (-3, '假', '{}', 'a.b', 'DONE', '{}', 'r')",
    );
    expect((await verifyAudit()).fault).toMatchObject({ kind: "EXTRA", entryId: "-3" });
    await asSuperuser("delete from audit_entry where id = -3");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "EXTRA", entryId: "15" });
  });

  it("swaps the contents of two lines", async () => {
    await asSuperuser(
      "update audit_entry a set request_id = b.request_id from audit_entry b where a.id in (3, 6) and b.id = 9 - a.id",
    );
    expect((await verifyAudit()).fault).toMatchObject({ kind: "BROKEN", entryId: "3" });
  });

  it("swaps two lines with their numbers", async () => {
    await asSuperuser("update audit_entry set id = -id where id in (3, 6)");
    await asSuperuser("update audit_entry set id = 9 + id where id in (-3, -6)");
    expect((await verifyAudit()).fault).toMatchObject({ kind: "BROKEN", entryId: "3" });
  });
});

describe("with the head kept elsewhere, also when he", () => {
  it("deletes the end of the log with its seals", async () => {
    const kept = await head();
    await asSuperuser("delete from audit_entry where id > 7; delete from audit_seal where seq > 7");
    expect((await verifyAudit()).fault).toBeNull();
    expect((await verifyAudit([kept])).fault).toMatchObject({ kind: "MISSING", seq: "8" });
  });

  it("deletes everything", async () => {
    const kept = await head();
    await asSuperuser("truncate audit_entry, audit_seal");
    expect((await verifyAudit([kept])).fault).toMatchObject({ kind: "MISSING", seq: "1" });
  });

  it("rewrites the log from a line on, even with the key in his hands", async () => {
    const kept = await head();
    await asSuperuser(
      "delete from audit_seal where seq >= 4; update audit_entry set subject = '改写' where id >= 4",
    );
    await sealAll();
    expect((await verifyAudit()).fault).toBeNull();
    expect((await verifyAudit([kept])).fault).toMatchObject({ kind: "BROKEN", seq: "10" });
  });

  it("replaces the head file by one of his own", async () => {
    const kept = await head();
    const report = await verifyAudit([{ ...kept, seq: "9" }]);
    expect(report.fault?.sentence).toContain("不是用本平台的审计密钥导出的");
  });
});
