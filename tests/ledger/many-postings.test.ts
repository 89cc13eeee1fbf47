import { beforeAll, describe, expect, it } from "vitest";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { checkBalances, trialBalance } from "@/lib/ledger/reports/trial-balance";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { type TestDatabase, testDatabase } from "../support/test-database";
import { type Officers, openBooks, reviewedVoucher, voucherOf } from "./books";

let database: TestDatabase;
let school: Officers;

beforeAll(async () => {
  database = await testDatabase();
  school = await openBooks(database.ownerUrl, "第一小学工会");
});

const dues = (date: string) =>
  voucherOf(school.unionId, date, [
    ["102", "100"],
    ["401", "", "100"],
  ]);

describe("many at once", () => {
  it("numbers without gaps and without doubles when 16 post at the same time", async () => {
    const busy = await openBooks(database.ownerUrl, "忙碌工会");
    const vouchers: { voucherId: string; version: number }[] = [];
    for (let each = 0; each < 32; each += 1) {
      vouchers.push(
        await reviewedVoucher(
          busy,
          voucherOf(busy.unionId, "2026-04-05", [
            ["102", "1"],
            ["401", "", "1"],
          ]),
        ),
      );
    }
    const numbers: string[] = [];
    const posters = Array.from({ length: 16 }, async (_, poster) => {
      for (const voucher of vouchers.slice(poster * 2, poster * 2 + 2)) {
        numbers.push((await runCommand(postVoucher, busy.bookkeeper, voucher)).number);
      }
    });
    await Promise.all(posters);
    const expected = Array.from({ length: 32 }, (_, index) => `记-${String(index + 1).padStart(4, "0")}`);
    expect(numbers.toSorted()).toEqual(expected);
    expect(await read(busy.bookkeeper, checkBalances, { unionId: busy.unionId })).toEqual([]);
  });

  it("lets one of ten posters of the same voucher win and tells the others", async () => {
    const voucher = await reviewedVoucher(school, dues("2026-05-05"));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => runCommand(postVoucher, school.bookkeeper, voucher)),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "CONFLICT" });
    }
  });

  it("gives a double click one voucher and two equal answers", async () => {
    const click = () =>
      runCommand(enterVoucher, school.bookkeeper, dues("2026-05-06"), { key: "double-click" });
    const answers = await Promise.all([click(), click(), click(), click()]);
    expect(new Set(answers.map((answer) => answer.voucherId)).size).toBe(1);
  });

  it("shows a trial balance of nought in every snapshot while vouchers are being posted", async () => {
    const storm = await openBooks(database.ownerUrl, "风暴工会");
    const month = { unionId: storm.unionId, month: "2026-06" };
    const vouchers: { voucherId: string; version: number }[] = [];
    for (let each = 1; each <= 40; each += 1) {
      const amount = String(each * 7);
      vouchers.push(
        await reviewedVoucher(
          storm,
          voucherOf(storm.unionId, "2026-06-05", [
            ["102", amount],
            ["401", "", amount],
          ]),
        ),
      );
    }
    let isOver = false;
    const seen: boolean[] = [];
    const reader = (async () => {
      while (!isOver) seen.push((await read(storm.chair, trialBalance, month)).isBalanced);
    })();
    await Promise.all(
      [0, 1, 2, 3].map(async (lane) => {
        for (const voucher of vouchers.filter((_, index) => index % 4 === lane))
          await runCommand(postVoucher, storm.bookkeeper, voucher);
      }),
    );
    isOver = true;
    await reader;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(Boolean)).toBe(true);
    expect(await read(storm.bookkeeper, checkBalances, { unionId: storm.unionId })).toEqual([]);
  });
});
