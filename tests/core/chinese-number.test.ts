import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseAmount, chineseChequeDate, readChineseAmount } from "@/lib/core/chinese-number";
import { parseYuan } from "@/lib/core/money";

const vectors: readonly (readonly [string, string])[] = [
  ["0.00", "人民币零元整"],
  ["0.05", "人民币伍分"],
  ["0.50", "人民币伍角整"],
  ["10.00", "人民币壹拾元整"],
  ["150.00", "人民币壹佰伍拾元整"],
  ["325.04", "人民币叁佰贰拾伍元零肆分"],
  ["1,000.00", "人民币壹仟元整"],
  ["1,000.01", "人民币壹仟元零壹分"],
  ["1,409.50", "人民币壹仟肆佰零玖元伍角整"],
  ["1,680.32", "人民币壹仟陆佰捌拾元零叁角贰分"],
  ["4,500.00", "人民币肆仟伍佰元整"],
  ["6,007.14", "人民币陆仟零柒元壹角肆分"],
  ["10,005.00", "人民币壹万零伍元整"],
  ["16,409.02", "人民币壹万陆仟肆佰零玖元零贰分"],
  ["100,000.00", "人民币壹拾万元整"],
  ["107,000.53", "人民币壹拾万柒仟元零伍角叁分"],
  ["130,242.35", "人民币壹拾叁万零贰佰肆拾贰元叁角伍分"],
  ["309,825.00", "人民币叁拾万玖仟捌佰贰拾伍元整"],
  ["20,000,000.00", "人民币贰仟万元整"],
  ["100,050,000.00", "人民币壹亿零伍万元整"],
  ["9,999,999,999.99", "人民币玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ["1,000,000,000,000.00", "人民币壹万亿元整"],
  ["-1,000.00", "（负数）人民币壹仟元整"],
];

describe("大写金额", () => {
  it.each(vectors)("writes %s as %s", (yuan, expected) => {
    expect(chineseAmount(parseYuan(yuan) ?? -1n)).toBe(expected);
  });

  it.each([
    ["壹仟陆佰捌拾元叁角贰分", "1,680.32"],
    ["壹拾万零柒仟元伍角叁分", "107,000.53"],
    ["壹拾万零柒仟圆零伍角叁分", "107,000.53"],
    ["叁拾万零玖仟捌佰贰拾伍元正", "309,825.00"],
    ["壹仟肆佰零玖元伍角", "1,409.50"],
    ["（负数）壹佰圆整", "-100.00"],
  ])("reads the other legal spelling %s", (text, yuan) => {
    expect(readChineseAmount(text)).toBe(parseYuan(yuan));
  });

  it.each(["", "整", "一百元", "壹佰", "人民币", "拾元整", "壹佰壹仟元整"])("refuses %s", (text) => {
    expect(readChineseAmount(text)).toBeNull();
  });

  it("reads back every amount it has written, and writes no two amounts alike", () => {
    const amounts = fc.oneof(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.bigInt({ min: 0n, max: 10n ** 6n }),
      fc.integer({ min: 0, max: 14 }).map((power) => 10n ** BigInt(power)),
    );
    fc.assert(
      fc.property(amounts, (amount) => readChineseAmount(chineseAmount(amount)) === amount),
      {
        numRuns: 10_000,
      },
    );
  });

  it("never ends with both 分 and 整 and never doubles a zero", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) => {
        const text = chineseAmount(amount);
        expect(text).not.toMatch(/零零|分整|零元.*零|零[万亿]/u);
        expect(text.endsWith("分")).toBe(amount % 10n !== 0n);
      }),
    );
  });
});

describe("the day in 大写 on a cheque", () => {
  it.each([
    ["2026-03-09", "贰零贰陆年叁月零玖日"],
    ["2026-01-10", "贰零贰陆年零壹月零壹拾日"],
    ["2026-10-20", "贰零贰陆年零壹拾月零贰拾日"],
    ["2026-12-31", "贰零贰陆年壹拾贰月叁拾壹日"],
    ["2026-11-15", "贰零贰陆年壹拾壹月壹拾伍日"],
  ])("writes %s", (date, expected) => {
    expect(chineseChequeDate(date)).toBe(expected);
  });
});
