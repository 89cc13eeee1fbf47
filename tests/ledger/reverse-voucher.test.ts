import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { changeVoucher } from "@/lib/ledger/commands/change-voucher";
import { deleteDraft } from "@/lib/ledger/commands/delete-draft";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { returnVoucher } from "@/lib/ledger/commands/return-voucher";
import { reverseVoucher } from "@/lib/ledger/commands/reverse-voucher";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { getVoucher } from "@/lib/ledger/queries";
import { checkBalances, trialBalance } from "@/lib/ledger/reports/trial-balance";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { type TestDatabase, testDatabase } from "../support/test-database";
import { type Entry, type Officers, openBooks, postedVoucher, reviewedVoucher, voucherOf } from "./books";

let database: TestDatabase;
let school: Officers;

beforeAll(async () => {
  database = await testDatabase();
  school = await openBooks(database.ownerUrl, "第一小学工会");
});

const bought: readonly Entry[] = [
  ["50504", "260"],
  ["102", "", "260"],
];

const balances = async (month: string) =>
  (await read(school.chair, trialBalance, { unionId: school.unionId, month })).rows.map((row) => [
    row.code,
    row.closing.debitFen - row.closing.creditFen,
  ]);

async function reversedAndPosted(voucherId: string, voucherDate: string) {
  const red = await runCommand(reverseVoucher, school.bookkeeper, { voucherId, voucherDate });
  const reviewed = await runCommand(reviewVoucher, school.checker, red);
  await runCommand(postVoucher, school.bookkeeper, reviewed);
  return red.voucherId;
}

describe("red reversal", () => {
  it("takes the voucher back in red, says which one, and links both ways", async () => {
    const { voucherId } = await postedVoucher(school, voucherOf(school.unionId, "2026-03-09", bought));
    const redId = await reversedAndPosted(voucherId, "2026-04-01");
    const red = await read(school.chair, getVoucher, { voucherId: redId });
    expect(red).toMatchObject({
      kind: "REVERSAL",
      summary: "注销3月9日记-0001号凭证",
      reverses: { number: "记-0001" },
    });
    expect(red.lines).toMatchObject([
      { accountCode: "50504", side: "DEBIT", amountFen: 26_000n, isRed: true },
      { accountCode: "102", side: "CREDIT", amountFen: 26_000n, isRed: true },
    ]);
    const original = await read(school.chair, getVoucher, { voucherId });
    expect(original.reversedBy).toMatchObject({ id: red.id, number: "记-0001" });
    expect((await balances("2026-04")).every(([, net]) => net === 0n)).toBe(true);
  });

  it("refuses a second reversal, and a reversal of a reversal", async () => {
    const { voucherId } = await postedVoucher(school, voucherOf(school.unionId, "2026-04-09", bought));
    const redId = await reversedAndPosted(voucherId, "2026-04-10");
    const again = { voucherId, voucherDate: "2026-04-11" };
    await expect(runCommand(reverseVoucher, school.bookkeeper, again)).rejects.toThrow("不能再次冲销");
    await expect(
      runCommand(reverseVoucher, school.bookkeeper, { voucherId: redId, voucherDate: "2026-04-11" }),
    ).rejects.toThrow("冲销凭证不能再冲销");
  });

  it("lets one of two reversals made at the same time stand", async () => {
    const { voucherId } = await postedVoucher(school, voucherOf(school.unionId, "2026-04-12", bought));
    const outcomes = await Promise.allSettled(
      [1, 2].map(() =>
        runCommand(reverseVoucher, school.bookkeeper, { voucherId, voucherDate: "2026-04-13" }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const loser = outcomes.find((outcome) => outcome.status === "rejected");
    expect(loser?.reason).toMatchObject({
      code: "CONFLICT",
      message: "该凭证已有红字冲销凭证，不能再次冲销",
    });
  });

  it("refuses drafts, days before the original and other years", async () => {
    const waiting = await reviewedVoucher(school, voucherOf(school.unionId, "2026-04-14", bought));
    const on = (voucherId: string, voucherDate: string, today = "2026-12-01") =>
      runCommand(reverseVoucher, school.bookkeeper, { voucherId, voucherDate }, { today });
    await expect(on(waiting.voucherId, "2026-04-15")).rejects.toThrow("凭证现为“待记账”");
    const { voucherId } = await runCommand(postVoucher, school.bookkeeper, waiting);
    await expect(on(voucherId, "2026-04-13")).rejects.toThrow("不能早于原凭证日期");
    await expect(on(voucherId, "2027-01-05", "2027-02-01")).rejects.toThrow("以前年度的差错用蓝字更正凭证");
  });

  it("keeps the entries of a reversal as the original has them, even as a draft", async () => {
    const { voucherId } = await postedVoucher(school, voucherOf(school.unionId, "2026-04-16", bought));
    const red = await runCommand(reverseVoucher, school.bookkeeper, { voucherId, voucherDate: "2026-04-17" });
    const draft = await runCommand(returnVoucher, school.checker, { ...red, reason: "日期不对" });
    const { unionId: _, ...content } = voucherOf(school.unionId, "2026-04-18", bought);
    await expect(runCommand(changeVoucher, school.bookkeeper, { ...content, ...draft })).rejects.toThrow(
      "冲销凭证的分录由原凭证决定",
    );
    await runCommand(deleteDraft, school.bookkeeper, draft);
    await reversedAndPosted(voucherId, "2026-04-18");
  });

  it("is the identity on every balance, whatever was posted (fast-check)", async () => {
    const accounts = ["101", "102", "135", "215", "402", "50102", "50504"];
    const entries = fc.array(
      fc.record({ account: fc.constantFrom(...accounts), fen: fc.integer({ min: -900_000, max: 900_000 }) }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(entries, async (drawn) => {
        const parts = drawn.filter(({ fen }) => fen !== 0);
        const total = parts.reduce((sum, { fen }) => sum + fen, 0);
        if (total === 0) return;
        const yuan = (fen: number) => (fen / 100).toFixed(2);
        // Cash is filled first, so that a drawn credit of cash can always be paid.
        const rows: Entry[] = [
          ["101", "50000"],
          ["215", "", "50000"],
          ...parts.map(({ account, fen }): Entry => [account, yuan(fen)]),
          ["408", "", yuan(total)],
        ];
        const before = new Map(
          await balances("2026-06").then((all) => all.map(([code, net]) => [code, net])),
        );
        const { voucherId } = await postedVoucher(school, voucherOf(school.unionId, "2026-06-05", rows));
        await reversedAndPosted(voucherId, "2026-06-05");
        for (const [code, net] of await balances("2026-06")) expect(net).toBe(before.get(code) ?? 0n);
        expect(await read(school.chair, checkBalances, { unionId: school.unionId })).toEqual([]);
      }),
      { numRuns: 25, seed: 20_260_101 },
    );
  }, 120_000);
});
