import { formatYuan, parseYuan } from "@/lib/core/money";

/** An exact fraction, so that 100/3*3 is 100 again. */
type Fraction = { top: bigint; bottom: bigint };

/** What a person typed as an amount, ready for reading: half-width, without spaces, with plain signs. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s¥元]/g, "")
    .replace(/。/g, ".")
    .replace(/[×xX]/g, "*")
    .replace(/÷/g, "/")
    .replace(/[−–—]/g, "-");
}

/**
 * The written form of a typed amount, for example 7,812.00 for `=62*126`; null when it is no amount.
 * A result between two fen is rounded half away from zero.
 */
export function normaliseAmount(text: string): string | null {
  const typed = plain(text);
  if (!typed.startsWith("=")) {
    const fen = parseYuan(typed);
    return fen === null ? null : formatYuan(fen);
  }
  const value = evaluate(typed.slice(1).replaceAll(",", ""));
  return value === null ? null : formatYuan(roundToFen(value));
}

function roundToFen({ top, bottom }: Fraction): bigint {
  const negative = top < 0n !== bottom < 0n;
  const [size, divisor] = [abs(top) * 100n, abs(bottom)];
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return negative ? -rounded : rounded;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function evaluate(expression: string): Fraction | null {
  const tokens = expression.match(/\d+(?:\.\d*)?|\.\d+|[-+*/()]/g) ?? [];
  if (tokens.length === 0 || tokens.join("") !== expression) return null;
  const rest = [...tokens];
  const value = readSum(rest);
  return rest.length === 0 ? value : null;
}

function readSum(rest: string[]): Fraction | null {
  let sum = readProduct(rest);
  while (sum !== null && (rest[0] === "+" || rest[0] === "-")) {
    const sign = rest.shift() === "+" ? 1n : -1n;
    const next = readProduct(rest);
    if (next === null) return null;
    sum = { top: sum.top * next.bottom + sign * next.top * sum.bottom, bottom: sum.bottom * next.bottom };
  }
  return sum;
}

function readProduct(rest: string[]): Fraction | null {
  let product = readFactor(rest);
  while (product !== null && (rest[0] === "*" || rest[0] === "/")) {
    const times = rest.shift() === "*";
    const next = readFactor(rest);
    if (next === null || (!times && next.top === 0n)) return null;
    product = times
      ? { top: product.top * next.top, bottom: product.bottom * next.bottom }
      : { top: product.top * next.bottom, bottom: product.bottom * next.top };
  }
  return product;
}

function readFactor(rest: string[]): Fraction | null {
  const token = rest.shift();
  if (token === undefined) return null;
  if (token === "-") {
    const value = readFactor(rest);
    return value === null ? null : { top: -value.top, bottom: value.bottom };
  }
  if (token === "(") {
    const value = readSum(rest);
    return rest.shift() === ")" ? value : null;
  }
  if (!/^[\d.]+$/.test(token)) return null;
  const [whole = "", part = ""] = token.split(".");
  return { top: BigInt(`${whole}${part}` || "0"), bottom: 10n ** BigInt(part.length) };
}
