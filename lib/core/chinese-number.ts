import type { BusinessDate } from "@/lib/core/dates";
import { type Fen, fen } from "@/lib/core/money";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];

/**
 * Writes fen as 大写金额 (规范 第52条: 人民币 without a space, 整 unless there are 分); zeros follow the form
 * that banks print, a negative amount begins with （负数） as on red-letter invoices.
 */
export function chineseAmount(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const yuan = size / 100n;
  const jiao = Number((size / 10n) % 10n);
  const cent = Number(size % 10n);
  const whole = yuan > 0n ? `${integer(yuan)}元` : "";
  const tail = jiao === 0 && cent === 0 ? "整" : decimals(yuan, jiao, cent);
  return `${amount < 0n ? "（负数）" : ""}人民币${size === 0n ? "零元" : whole}${tail}`;
}

/** Reads a 大写金额 in any legal spelling (零 optional, 圆 or 元, 正 or 整) into fen; null when it is not one. */
export function readChineseAmount(text: string): Fen | null {
  const plain = text.replace(/\s/gu, "").replace(/^[（(]负数[）)]/u, "-");
  const match = /^(-?)(?:人民币)?(?:(.+)[元圆])?(?:零?(.)角)?(?:零?(.)分)?[整正]?$/u.exec(plain);
  if (match === null || (match[2] ?? match[3] ?? match[4]) === undefined) return null;
  const yuan = match[2] === undefined ? 0n : readInteger(match[2]);
  const jiao = match[3] === undefined ? 0 : DIGITS.indexOf(match[3]);
  const cent = match[4] === undefined ? 0 : DIGITS.indexOf(match[4]);
  if (yuan === null || jiao < 0 || cent < 0) return null;
  const size = yuan * 100n + BigInt(jiao * 10 + cent);
  return fen(match[1] === "-" ? -size : size);
}

/** Writes a day in 大写 as cheques ask for it (零 before months 1, 2, 10 and before days up to 10, 20 and 30). */
export function chineseChequeDate(date: BusinessDate): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const digits = [...year].map((digit) => DIGITS[Number(digit)]).join("");
  return `${digits}年${chequePart(month, [1, 2, 10])}月${chequePart(day, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30])}日`;
}

function chequePart(text: string, withZero: readonly number[]): string {
  const value = Number(text);
  return `${withZero.includes(value) ? "零" : ""}${integer(BigInt(value))}`;
}

function decimals(yuan: bigint, jiao: number, cent: number): string {
  const cents = cent === 0 ? "整" : `${DIGITS[cent]}分`;
  if (jiao === 0) return `${yuan > 0n ? "零" : ""}${cents}`;
  // A yuan figure ending in zero takes a 零 before 角; leaving it out is legal too but no longer the bank's form.
  return `${yuan > 0n && yuan % 10n === 0n ? "零" : ""}${DIGITS[jiao]}角${cents}`;
}

function integer(value: bigint): string {
  for (const [size, name] of [
    [100_000_000n, "亿"],
    [10_000n, "万"],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0n && rest < size / 10n ? "零" : "";
    return `${integer(value / size)}${name}${gap}${rest > 0n ? integer(rest) : ""}`;
  }
  return section(value);
}

function section(value: bigint): string {
  let text = "";
  let isGap = false;
  for (let place = PLACES.length - 1; place >= 0; place -= 1) {
    const digit = Number((value / 10n ** BigInt(place)) % 10n);
    if (digit === 0) {
      isGap = text !== "";
      continue;
    }
    text += `${isGap ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    isGap = false;
  }
  return text;
}

function readInteger(text: string): bigint | null {
  for (const [name, size, most] of [
    ["亿", 100_000_000n, 100_000_000n],
    ["万", 10_000n, 10_000n],
    ["仟", 1_000n, 10n],
    ["佰", 100n, 10n],
    ["拾", 10n, 10n],
  ] as const) {
    const at = text.lastIndexOf(name);
    if (at < 0) continue;
    const above = readInteger(text.slice(0, at));
    const below = at + 1 === text.length ? 0n : readInteger(text.slice(at + 1));
    if (above === null || below === null || above === 0n || above >= most || below >= size) return null;
    return above * size + below;
  }
  const digit = text === "零" ? 0 : DIGITS.indexOf(text.replace(/^零/u, ""));
  return text.replace(/^零/u, "").length > 1 || digit < 0 ? null : BigInt(digit);
}
