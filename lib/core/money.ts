declare const fenBrand: unique symbol;

/** An exact amount of money in integer fen (分); one yuan is 100 fen. */
export type Fen = bigint & { readonly [fenBrand]: true };

/** Marks a bigint that already counts fen as money. */
export function fen(count: bigint): Fen {
  return count as Fen;
}

// Fifteen digits of yuan stay inside PostgreSQL's bigint even when a whole book is added up.
const MAX_YUAN_DIGITS = 15;
const MAX_TEXT_LENGTH = 64;

/**
 * Reads an amount of yuan as people type it (`1,234.5`, `１２３`, `¥88 元`, `=62*126`) into fen;
 * null when it is not an amount, has more than two decimals or is out of range.
 */
export function parseYuan(text: string): Fen | null {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  if (plain.length === 0 || plain.length > MAX_TEXT_LENGTH) return null;
  if (plain.startsWith("=")) return wholeFen(evaluate(plain.slice(1)));
  const bare = /^(-?)¥?(-?)([\d.,]+)元?$/u.exec(plain);
  if (bare === null || (bare[1] === "-" && bare[2] === "-")) return null;
  const value = parseNumber(bare[3] ?? "");
  if (value === null) return null;
  const isNegative = bare[1] === "-" || bare[2] === "-";
  return wholeFen(isNegative ? negate(value) : value);
}

/** Prints fen as yuan with thousands separators and two decimals, without a currency sign: `1,234.50`. */
export function formatYuan(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/gu, ",");
  const cents = (size % 100n).toString().padStart(2, "0");
  return `${amount < 0n ? "-" : ""}${yuan}.${cents}`;
}

/**
 * Splits an amount of fen by weights so that the parts add up to it exactly; the fen left over go to the
 * largest remainders, the earlier part first. Throws when no weight is positive or one is negative.
 */
export function allocateFen(total: Fen, weights: readonly bigint[]): Fen[] {
  if (weights.some((weight) => weight < 0n)) throw new Error("a weight is negative");
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum === 0n) throw new Error("no weight is positive");
  const size = total < 0n ? -total : total;
  const parts = weights.map((weight, index) => ({
    index,
    share: (size * weight) / sum,
    rest: (size * weight) % sum,
  }));
  const leftOver = size - parts.reduce((left, part) => left + part.share, 0n);
  const favoured = new Set(
    parts
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, Number(leftOver))
      .map((part) => part.index),
  );
  return parts.map(({ index, share }) => {
    const part = favoured.has(index) ? share + 1n : share;
    return fen(total < 0n ? -part : part);
  });
}

/** An exact fraction of a yuan while an expression is worked out. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function wholeFen(value: Fraction | null): Fen | null {
  if (value === null || (value.over * 100n) % value.under !== 0n) return null;
  const amount = (value.over * 100n) / value.under;
  const digits = (amount < 0n ? -amount : amount).toString().length - 2;
  return digits > MAX_YUAN_DIGITS ? null : fen(amount);
}

function parseNumber(text: string): Fraction | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u.exec(text);
  if (match === null) return null;
  const decimals = match[2] ?? "";
  return {
    over: BigInt((match[1] ?? "").replaceAll(",", "") + decimals),
    under: 10n ** BigInt(decimals.length),
  };
}

function negate(value: Fraction): Fraction {
  return { over: -value.over, under: value.under };
}

function combine(left: Fraction, operator: string, right: Fraction): Fraction | null {
  if (operator === "*") return { over: left.over * right.over, under: left.under * right.under };
  if (operator === "/") {
    if (right.over === 0n) return null;
    const sign = right.over < 0n ? -1n : 1n;
    return { over: left.over * right.under * sign, under: left.under * right.over * sign };
  }
  const addend = operator === "-" ? negate(right) : right;
  return {
    over: left.over * addend.under + addend.over * left.under,
    under: left.under * addend.under,
  };
}

/** Works out + - * / and brackets exactly; the text comes from an amount field, so it is never run as code. */
function evaluate(text: string): Fraction | null {
  const tokens = text
    .replaceAll("×", "*")
    .replaceAll("÷", "/")
    .match(/[\d.,]+|[-+*/()]|./gu);
  if (tokens === null) return null;
  let at = 0;

  function factor(): Fraction | null {
    const token = tokens?.[at++];
    if (token === undefined) return null;
    if (token === "-") {
      const value = factor();
      return value === null ? null : negate(value);
    }
    if (token !== "(") return parseNumber(token);
    const inner = chain(["+", "-"], term);
    return tokens?.[at++] === ")" ? inner : null;
  }
  function chain(operators: readonly string[], operand: () => Fraction | null): Fraction | null {
    let value = operand();
    while (value !== null) {
      const operator = tokens?.[at];
      if (operator === undefined || !operators.includes(operator)) return value;
      at += 1;
      const right = operand();
      value = right === null ? null : combine(value, operator, right);
    }
    return null;
  }
  function term(): Fraction | null {
    return chain(["*", "/"], factor);
  }

  const value = chain(["+", "-"], term);
  return at === tokens.length ? value : null;
}
