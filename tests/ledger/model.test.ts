import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balanceOf,
  closingEntries,
  type EntryLine,
  entriesForSpending,
  imbalanceOf,
  reversalSummary,
  reversed,
  sumsOf,
  voucherNumber,
} from "@/lib/ledger/model";

const anyLine: fc.Arbitrary<EntryLine> = fc.record({
  summary: fc.constant("收支"),
  accountCode: fc.constantFrom("101", "102", "401", "50102", "32203"),
  side: fc.constantFrom("DEBIT", "CREDIT"),
  amountFen: fc.bigInt({ min: 1n, max: 10n ** 15n }),
  isRed: fc.boolean(),
});

describe("entries", () => {
  it("and their red copy cancel each other on both sides (fast-check)", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const both = sumsOf([...lines, ...reversed(lines, "注销")]);
        expect(both).toEqual({ debitFen: 0n, creditFen: 0n });
        expect(reversed(reversed(lines, "收支"), "收支")).toEqual(lines);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  it("of any spending balance, and capital items enter the asset and its fund too (fast-check)", () => {
    const line = fc.record({
      accountCode: fc.constantFrom("50102", "50105", "50504", "50702", "50701"),
      amountFen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      summary: fc.constant("购置"),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const entries = entriesForSpending({ lines, method: "BANK" });
        expect(imbalanceOf(entries)).toBe(0n);
        const sum = (code: string) =>
          entries
            .filter((entry) => entry.accountCode === code)
            .reduce((total, entry) => total + entry.amountFen, 0n);
        const capital = lines
          .filter(({ accountCode }) => accountCode.startsWith("507"))
          .reduce((total, { amountFen }) => total + amountFen, 0n);
        expect([sum("162"), sum("30104")]).toEqual([capital, capital]);
      }),
      { numRuns: 10_000, seed: 2 },
    );
  });

  it("of a month's closing balance and empty every account, also one that ran red (fast-check)", () => {
    const moves = fc.uniqueArray(
      fc.record({
        accountCode: fc.constantFrom("401", "402", "405", "408", "50102", "50105", "50504", "510"),
        amountFen: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }),
      }),
      { selector: (move) => move.accountCode },
    );
    fc.assert(
      fc.property(moves, fc.constantFrom("special", "general"), (drawn, fund) => {
        const entries = closingEntries(drawn, fund);
        expect(imbalanceOf(entries)).toBe(0n);
        for (const { accountCode, amountFen } of drawn) {
          const net = imbalanceOf(entries.filter((entry) => entry.accountCode === accountCode));
          expect(net).toBe(accountCode.startsWith("4") ? amountFen : -amountFen);
        }
      }),
      { numRuns: 10_000, seed: 3 },
    );
  });

  it("pay a cash spending from 101", () => {
    const lines = [{ accountCode: "50504", amountFen: 26_000n, summary: "打印" }];
    expect(
      entriesForSpending({ lines, method: "CASH" }).map((entry) => [entry.side, entry.accountCode]),
    ).toEqual([
      ["DEBIT", "50504"],
      ["CREDIT", "101"],
    ]);
  });
});

describe("the words of the books", () => {
  it("number with four digits and more when a month needs them", () => {
    expect([1, 12, 9999, 10_000].map(voucherNumber)).toEqual(["记-0001", "记-0012", "记-9999", "记-10000"]);
  });

  it("write a balance with its direction and 平 for none", () => {
    expect(balanceOf({ debitFen: 5n, creditFen: 2n })).toEqual({ direction: "借", amountFen: 3n });
    expect(balanceOf({ debitFen: 2n, creditFen: 5n })).toEqual({ direction: "贷", amountFen: 3n });
    expect(balanceOf({ debitFen: 5n, creditFen: 5n })).toEqual({ direction: "平", amountFen: 0n });
  });

  it("name the voucher that is taken back by month, day and number", () => {
    expect(reversalSummary({ voucherDate: "2026-03-09", number: 12 })).toBe("注销3月9日记-0012号凭证");
  });
});
