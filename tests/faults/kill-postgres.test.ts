import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { getVoucher } from "@/lib/ledger/queries";
import { checkBalances, trialBalance } from "@/lib/ledger/reports/trial-balance";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { reachableHome } from "../../scripts/cluster-account.mjs";
import { ensureDatabase, openCluster } from "../../scripts/embedded-postgres.mjs";
import { migrateDatabase } from "../../scripts/migrate";
import { type Officers, openBooks, reviewedVoucher, voucherOf } from "../ledger/books";

type Waiting = { voucherId: string; version: number };
type Cluster = Awaited<ReturnType<typeof openCluster>>;

const rounds = 3;
const posters = 8;
const vouchersPerRound = 64;
const killAfterAcks = 20;

const password = randomBytes(16).toString("hex");
let home: string;
let cluster: Cluster;
let school: Officers;

// A cluster of its own, with the settings of a real one: here a lost write must be possible to be caught.
beforeAll(async () => {
  home = reachableHome(mkdtempSync(path.join(os.tmpdir(), "portal-faults-")));
  cluster = await openCluster(home, password, { logName: "postgres-faults" });
  await ensureDatabase(cluster, "faults");
  await migrateDatabase(cluster.urlOf("faults"), password);
  process.env["WEB_DATABASE_URL"] = `postgresql://portal_web:${password}@127.0.0.1:${cluster.port}/faults`;
  school = await openBooks(cluster.urlOf("faults"), "第一小学工会");
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
});

function killServer(): void {
  const [pid = ""] = readFileSync(path.join(cluster.folder, "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
}

async function restart(): Promise<void> {
  await cluster.exited;
  await closeDatabase();
  const { port } = cluster;
  cluster = await openCluster(home, password, { logName: "postgres-faults" });
  expect(cluster.port).toBe(port);
}

async function waitingVouchers(): Promise<Waiting[]> {
  const vouchers: Waiting[] = [];
  for (let each = 1; each <= vouchersPerRound; each += 1) {
    const amount = String(each);
    vouchers.push(
      await reviewedVoucher(
        school,
        voucherOf(school.unionId, "2026-05-06", [
          ["102", amount],
          ["401", "", amount],
        ]),
      ),
    );
  }
  return vouchers;
}

/** Posts from several callers at once and kills the server in the middle; answers what was acknowledged. */
async function postUntilKilled(vouchers: readonly Waiting[]): Promise<ReadonlyMap<string, string>> {
  const acknowledged = new Map<string, string>();
  let isKilled = false;
  await Promise.all(
    Array.from({ length: posters }, async (_, poster) => {
      for (const voucher of vouchers.filter((_each, index) => index % posters === poster)) {
        if (isKilled) return;
        try {
          const { number } = await runCommand(postVoucher, school.bookkeeper, voucher);
          acknowledged.set(voucher.voucherId, number);
        } catch (error) {
          // An error before the kill is a finding; after it, it is what the caller of a dead server sees.
          if (!isKilled) throw error;
        }
        if (acknowledged.size >= killAfterAcks && !isKilled) {
          isKilled = true;
          killServer();
        }
      }
    }),
  );
  return acknowledged;
}

describe("PostgreSQL killed in the middle of postings", () => {
  it("loses no voucher that was acknowledged, leaves no half one and no gap", async () => {
    for (let round = 1; round <= rounds; round += 1) {
      const vouchers = await waitingVouchers();
      const acknowledged = await postUntilKilled(vouchers);
      await restart();
      expect(acknowledged.size).toBeGreaterThanOrEqual(killAfterAcks);
      for (const [voucherId, number] of acknowledged) {
        expect(await read(school.chair, getVoucher, { voucherId })).toMatchObject({
          state: "POSTED",
          number,
        });
      }
      expect(await read(school.chair, checkBalances, { unionId: school.unionId })).toEqual([]);
      const sheet = await read(school.chair, trialBalance, { unionId: school.unionId, month: "2026-05" });
      expect(sheet.isBalanced).toBe(true);
      // Whoever got no answer asks again: each voucher is in the books once, now or from before.
      for (const voucher of vouchers.filter(({ voucherId }) => !acknowledged.has(voucherId))) {
        const again = await runCommand(postVoucher, school.bookkeeper, voucher).catch(
          (error: unknown) => error,
        );
        if (again instanceof Error) expect(again).toMatchObject({ code: "CONFLICT" });
      }
      const all = await read(school.chair, trialBalance, { unionId: school.unionId, month: "2026-05" });
      const expected = BigInt(round * ((vouchersPerRound * (vouchersPerRound + 1)) / 2) * 100);
      expect(all.totals.month).toEqual({ debitFen: expected, creditFen: expected });
    }
  }, 180_000);
});
