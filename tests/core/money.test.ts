import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateFen, fen, formatYuan, parseYuan } from "@/lib/core/money";

const amounts = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map(fen);

describe("reading an amount of yuan", () => {
  it.each([
    ["0", 0n],
    ["1,234.5", 123_450n],
    ["１，２３４．５０", 123_450n],
    ["¥88", 8_800n],
    ["￥1,000.01元", 100_001n],
    ["1000 元", 100_000n],
    ["-12.30", -1_230n],
    ["=62*126", 781_200n],
    ["=1+2.5", 350n],
    ["=(1,200-200)/4×3", 75_000n],
    ["=-5+10", 500n],
  ])("reads %s", (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "元",
    "一百二十",
    "1.234",
    "12.",
    ".5",
    "1,23.00",
    "12,34",
    "NaN",
    "inf",
    "Infinity",
    "1e17",
    "0x10",
    "--1",
    "¥¥1",
    "=",
    "=1+",
    "=(1+2",
    "=1/0",
    "=100/3",
    "=2**3",
    "=alert(1)",
    "1+2",
    "9999999999999999",
  ])("refuses %s", (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it("reads back every amount it has printed", () => {
    fc.assert(
      fc.property(amounts, (amount) => parseYuan(formatYuan(amount)) === amount),
      { numRuns: 10_000 },
    );
  });

  it("adds in an expression exactly as the ledger does", () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const text = `=${formatYuan(left)}+(${formatYuan(right)})`;
        return parseYuan(text) === left + right || parseYuan(text) === null;
      }),
    );
  });
});

describe("printing an amount", () => {
  it.each([
    [0n, "0.00"],
    [5n, "0.05"],
    [100n, "1.00"],
    [99_999n, "999.99"],
    [100_000n, "1,000.00"],
    [-123_456_789n, "-1,234,567.89"],
  ])("prints %s fen", (amount, expected) => {
    expect(formatYuan(amount)).toBe(expected);
  });
});

describe("splitting an amount", () => {
  it("gives the fen that cannot be divided to the largest remainder", () => {
    expect(allocateFen(fen(10_000n), [1n, 1n, 1n])).toEqual([3_334n, 3_333n, 3_333n]);
    expect(allocateFen(fen(2_469_136n), [60n, 40n])).toEqual([1_481_482n, 987_654n]);
  });

  it("loses no fen and favours nobody by more than one", () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(amounts, weights, (total, list) => {
        const parts = allocateFen(total, list);
        const sum = list.reduce((left, right) => left + right, 0n);
        expect(parts.reduce((left, right) => left + right, 0n)).toBe(total);
        parts.forEach((part, index) => {
          const gap = part * sum - total * (list[index] ?? 0n);
          expect(gap < sum && gap > -sum).toBe(true);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses to split by nothing", () => {
    expect(() => allocateFen(fen(1n), [])).toThrow();
    expect(() => allocateFen(fen(1n), [0n])).toThrow();
    expect(() => allocateFen(fen(1n), [2n, -1n])).toThrow();
  });
});
