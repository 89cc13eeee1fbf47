import * as z from "zod";
import type { BusinessDate } from "@/lib/core/dates";
import { type Quantity, type QuantityUnit, quantity, quantityUnits, show } from "@/lib/policy/quantity";

/** How far a number reaches: from the whole country down to one union. */
export const paramScopes = ["NATIONAL", "BEIJING", "DISTRICT", "UNION"] as const;
export type ParamScope = (typeof paramScopes)[number];

/** The scopes as the parameter page words them. */
export const paramScopeLabels: Readonly<Record<ParamScope, string>> = {
  NATIONAL: "全国",
  BEIJING: "北京市",
  DISTRICT: "区",
  UNION: "本单位",
};

/** One dated version of a number that a rule uses; versions are superseded, never edited. */
export interface PolicyParam {
  readonly code: string;
  readonly label: string;
  /** Whole units (fen, people, days); for a ratio the numerator; null where nobody has set a standard yet. */
  readonly value: bigint | null;
  /** 1 unless the value is a ratio: 50 % is 50 over 100. */
  readonly divisor: bigint;
  readonly unit: QuantityUnit;
  /** What the number is counted per, for people: 元/人·次. */
  readonly unitLabel: string;
  readonly scope: ParamScope;
  /** The union whose own standard this is; null for everybody's. */
  readonly unionId: number | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
  /** The document that sets it, in words. */
  readonly document: string;
  readonly status: "CONFIRMED" | "TO_CONFIRM";
  readonly confirmedBy: string | null;
}

const unitSchema = z.custom<QuantityUnit>((value) => typeof value === "string" && value in quantityUnits);
const wholeNumber = z
  .string()
  .regex(/^-?\d{1,18}$/u)
  .transform((text) => BigInt(text));

/** The twin of a parameter that survives JSON: numbers as decimal strings. */
export const policyParamSchema = z.strictObject({
  code: z.string().min(1),
  label: z.string().min(1),
  value: wholeNumber.nullable(),
  divisor: wholeNumber,
  unit: unitSchema,
  unitLabel: z.string(),
  scope: z.enum(paramScopes),
  unionId: z.int().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  document: z.string(),
  status: z.enum(["CONFIRMED", "TO_CONFIRM"]),
  confirmedBy: z.string().nullable(),
});

export type PolicyParamJson = z.input<typeof policyParamSchema>;

/** Makes a parameter fit for JSON; `policyParamSchema` reads it back. */
export function paramToJson(param: PolicyParam): PolicyParamJson {
  return { ...param, value: param.value?.toString() ?? null, divisor: param.divisor.toString() };
}

/**
 * The version of a parameter in force on a day, the latest start first. A union's own value wins only where the
 * parameter leaves the standard to the union (scope 本单位); null when no version covers the day.
 */
export function paramOn(
  params: readonly PolicyParam[],
  code: string,
  on: BusinessDate,
  unionId: number | null,
): PolicyParam | null {
  let shared: PolicyParam | null = null;
  let own: PolicyParam | null = null;
  for (const each of params) {
    if (each.code !== code || each.from > on || (each.to !== null && each.to < on)) continue;
    if (each.unionId === null) {
      if (shared === null || shared.from <= each.from) shared = each;
    } else if (each.unionId === unionId && (own === null || own.from <= each.from)) own = each;
  }
  return own !== null && (shared === null || shared.scope === "UNION") ? own : shared;
}

/** A parameter as a quantity to reckon with; null when its value is not set. */
export function paramQuantity(param: PolicyParam): Quantity | null {
  return param.value === null ? null : quantity(param.label, param.value, param.unit, param.divisor);
}

/** A parameter's value as people read it, 未设定 where it is blank. */
export function showParam(param: PolicyParam): string {
  const value = paramQuantity(param);
  return value === null ? "未设定" : `${show(value)}${param.unit === "fen" ? ` ${param.unitLabel}` : ""}`;
}
