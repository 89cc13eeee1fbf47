import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import readline from "node:readline";
import { beforeAll, describe, expect, it } from "vitest";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { runCommand } from "@/lib/server/command";
import { type Officers, openBooks, voucherOf } from "../ledger/books";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

let database: TestDatabase;
let school: Officers;

beforeAll(async () => {
  database = await testDatabase();
  school = await openBooks(database.ownerUrl, "第一小学工会");
});

const input = () =>
  voucherOf(school.unionId, "2026-05-06", [
    ["102", "1"],
    ["401", "", "1"],
  ]);

/** Starts a process of its own that takes requests on stdin and acknowledges on stdout. */
function startPoster(): ChildProcess {
  const root = path.resolve(import.meta.dirname, "../..");
  const account = school.bookkeeper.accountId?.toString() ?? "";
  return spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "poster.ts"), account], {
    cwd: root,
    stdio: ["pipe", "pipe", "ignore"],
    env: process.env,
  });
}

/** Sends requests and kills the process after some answers; tells which keys were answered with what. */
async function sendAndKill(keys: readonly string[], killAfter: number): Promise<ReadonlyMap<string, string>> {
  const child = startPoster();
  const answered = new Map<string, string>();
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("the process has no pipes");
  stdin.on("error", () => {}); // The pipe breaks with the process, as it should.
  for await (const line of readline.createInterface({ input: stdout })) {
    if (line === "ready") for (const key of keys) stdin.write(`${JSON.stringify({ key, input: input() })}\n`);
    else {
      const [key = "", voucherId = ""] = line.split(" ");
      answered.set(key, voucherId);
      if (answered.size === killAfter) child.kill("SIGKILL");
    }
  }
  return answered;
}

describe("a web process killed in the middle of requests", () => {
  it("leaves each key with exactly one voucher once the callers have asked again", async () => {
    for (let round = 1; round <= 2; round += 1) {
      const keys = Array.from({ length: 24 }, (_, index) => `round-${round}-${index}`);
      const answered = await sendAndKill(keys, 5 * round);
      expect(answered.size).toBeGreaterThanOrEqual(5 * round);
      for (const key of keys) {
        const { voucherId } = await runCommand(enterVoucher, school.bookkeeper, input(), { key });
        // Who was answered before the kill gets the same answer again.
        expect(voucherId).toBe(answered.get(key) ?? voucherId);
      }
      const counts = await asOwner<{ vouchers: number; halves: number }>(
        database.ownerUrl,
        `select count(*)::int vouchers,
                count(*) filter (where (select count(*) from ledger_line l where l.voucher_id = v.id) <> 2)::int halves
           from voucher v`,
      );
      expect(counts).toEqual([{ vouchers: 24 * round, halves: 0 }]);
    }
  }, 120_000);
});
