import { formatYuan } from "@/lib/core/money";

/** Units in which rules count; only fen are divided by 100 when shown. */
export const quantityUnits = {
  fen: "",
  people: "人",
  item: "件",
  time: "次",
  meal: "餐",
  night: "晚",
  hour: "学时",
  halfDay: "个半天",
  day: "天",
  year: "年",
  ratio: "",
} as const;
export type QuantityUnit = keyof typeof quantityUnits;

/**
 * A labelled exact number. The same object is compared, printed, drawn and frozen, so that a message cannot
 * contradict its check.
 */
export interface Quantity {
  readonly label: string;
  readonly unit: QuantityUnit;
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** The arithmetic as read aloud: `已用 38,200.00 + 本次 20,900.00`. */
  readonly expression: string;
  readonly shape: "value" | "sum" | "product";
}

/** A number of its own: an amount in fen, a headcount, a ratio. */
export function quantity(label: string, value: bigint, unit: QuantityUnit, denominator = 1n): Quantity {
  const bare = { label, unit, numerator: value, denominator };
  return { ...bare, shape: "value", expression: `${label} ${show(bare)}`.trim() };
}

/** The same number without its label, for use inside a product: `× 50%` instead of `× 比例 50%`. */
export function unlabelled(value: Quantity): Quantity {
  return { ...value, expression: value.shape === "value" ? show(value) : value.expression };
}

/** Adds quantities of one unit under a new label. */
export function sum(label: string, ...parts: readonly [Quantity, ...Quantity[]]): Quantity {
  const [first, ...rest] = parts;
  let total = first;
  for (const part of rest) {
    if (part.unit !== first.unit) throw new Error(`cannot add ${part.unit} to ${first.unit}`);
    total = {
      ...total,
      numerator: total.numerator * part.denominator + part.numerator * total.denominator,
      denominator: total.denominator * part.denominator,
    };
  }
  return { ...total, label, shape: "sum", expression: parts.map((part) => part.expression).join(" + ") };
}

/** Multiplies quantities under a new label; the result counts fen when a factor does. */
export function product(label: string, ...factors: readonly [Quantity, ...Quantity[]]): Quantity {
  const unit = factors.find((factor) => factor.unit === "fen")?.unit ?? factors[0].unit;
  return {
    label,
    unit,
    numerator: factors.reduce((value, factor) => value * factor.numerator, 1n),
    denominator: factors.reduce((value, factor) => value * factor.denominator, 1n),
    shape: "product",
    expression: factors
      .map((factor) => (factor.shape === "sum" ? `（${factor.expression}）` : factor.expression))
      .join(" × "),
  };
}

/** The whole units in a quantity, rounded down: a limit of 166,666.665 yuan allows 166,666.66. */
export function floorOf(value: Pick<Quantity, "numerator" | "denominator">): bigint {
  const rest = value.numerator % value.denominator;
  return value.numerator / value.denominator - (rest < 0n ? 1n : 0n);
}

/** Prints a number with its unit, rounded down to whole units: `1,234.50`, `30人`, `50%`. */
export function show(value: Pick<Quantity, "unit" | "numerator" | "denominator">): string {
  if (value.unit === "fen") return formatYuan(floorOf(value));
  if (value.unit === "ratio") return showRatio(value.numerator, value.denominator);
  return `${floorOf(value)}${quantityUnits[value.unit]}`;
}

/**
 * Prints used as a percentage of a limit with at most two decimals, rounded away from the limit: 79.999 % never reads
 * as 80 %, and one fen too much never reads as 100 %.
 */
export function showPercent(used: Quantity, limit: Quantity): string {
  if (limit.numerator === 0n) return "—";
  const share = used.numerator * limit.denominator * 10_000n;
  const whole = used.denominator * limit.numerator;
  const isOver = share > whole * 10_000n && share % whole !== 0n;
  return `${formatYuan(share / whole + (isOver ? 1n : 0n)).replace(/\.?0+$/u, "")}%`;
}

/** Spreads an amount over heads, rounded up to the fen, so that it exceeds a limit exactly when the total does. */
export function perHead(total: bigint, heads: bigint): string {
  return formatYuan(heads > 0n ? (total + heads - 1n) / heads : total);
}

function showRatio(numerator: bigint, denominator: bigint): string {
  if (100n % denominator === 0n) return `${(numerator * 100n) / denominator}%`;
  if (1000n % denominator === 0n) return `${(numerator * 1000n) / denominator}‰`;
  return `${numerator}/${denominator}`;
}

/** A check of one quantity against another, with the words for it. */
export interface Comparison {
  readonly left: Quantity;
  readonly right: Quantity;
  readonly holds: boolean;
  /** The arithmetic in the order it is read; the sign printed is the relation that is true. */
  readonly lines: readonly string[];
}

/** Checks that a use stays within a limit; equal is within. */
export function atMost(left: Quantity, right: Quantity): Comparison {
  const holds = difference(left, right) <= 0n;
  return { left, right, holds, lines: arithmetic(left, holds ? "≤" : ">", right, true) };
}

/** Checks that a quantity stays below a threshold; equal is not below. */
export function below(left: Quantity, right: Quantity): Comparison {
  const holds = difference(left, right) < 0n;
  return { left, right, holds, lines: arithmetic(left, holds ? "<" : "≥", right, false) };
}

/** How many whole units are left under a limit; negative when it is exceeded. */
export function roomLeft({ left, right }: Comparison): bigint {
  return floorOf(right) - floorOf(left);
}

function difference(left: Quantity, right: Quantity): bigint {
  if (left.unit !== right.unit) throw new Error(`cannot compare ${left.unit} with ${right.unit}`);
  return left.numerator * right.denominator - right.numerator * left.denominator;
}

function arithmetic(left: Quantity, sign: string, right: Quantity, isLimit: boolean): string[] {
  const gap = floorOf(right) - floorOf(left);
  const room = { unit: left.unit, numerator: gap < 0n ? -gap : gap, denominator: 1n };
  const remark = isLimit ? `，${gap < 0n ? "超出" : "余"} ${show(room)}` : "";
  const first = `${left.expression} ${sign} ${right.expression}`;
  if (left.shape === "value" && right.shape === "value") return [`${first}${remark}`];
  return [first, `${show(left)} ${sign} ${show(right)}${remark}`];
}
