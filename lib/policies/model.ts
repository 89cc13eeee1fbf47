import * as z from "zod";
import { parseYuan } from "@/lib/core/money";
import { type InstrumentId, instruments } from "@/lib/policy/instruments";
import type { PolicyData } from "@/lib/policy/judge";
import { paramToJson, policyParamSchema } from "@/lib/policy/params";
import { type QuantityUnit, quantityUnits } from "@/lib/policy/quantity";
import { severities } from "@/lib/policy/severity";

/** Whether a text is the id of a document in the register. */
export function isInstrumentId(text: string): text is InstrumentId {
  return Object.hasOwn(instruments, text);
}

/** The id of a document in the register. */
export const instrumentIdSchema = z.custom<InstrumentId>(
  (value) => typeof value === "string" && isInstrumentId(value),
  { error: "请选择文件" },
);

const listEntrySchema = z.strictObject({
  list: z.string(),
  word: z.string(),
  except: z.array(z.string()),
  group: z.string(),
  severity: z.enum(severities),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  instrument: instrumentIdSchema,
});

/** Reads policy data that came as JSON, in a client form or a stored record; refuses what is not such data. */
export const policyDataSchema = z.strictObject({
  params: z.array(policyParamSchema),
  lists: z.array(listEntrySchema),
});

export type PolicyDataJson = z.input<typeof policyDataSchema>;

/** The twin of policy data that a page hands to a client form; `policyDataSchema` reads it back. */
export function policyDataJson({ params, lists }: PolicyData): PolicyDataJson {
  return {
    params: params.map(paramToJson),
    lists: lists.map((entry) => ({ ...entry, except: [...entry.except] })),
  };
}

/** A standard's number as typed: yuan (for fen), a count, or a ratio as 50%, 5‰ or 1/3. */
export interface TypedValue {
  readonly value: bigint;
  readonly divisor: bigint;
}

/** What finding a word of a list can amount to: it never lets pass by itself and is never unknown. */
export const wordSeverities = ["INFO", "WARN", "APPROVAL", "FORBIDDEN"] as const;

/** How a standard of a unit is typed, for the hint at the field and the refusal. */
export function valueHint(unit: QuantityUnit): string {
  if (unit === "fen") return "请填写金额（元），如 150 或 1,000.00";
  if (unit === "ratio") return "请填写比例，如 50%、5‰ 或 1/3";
  return `请填写整数（${quantityUnits[unit]}）`;
}

const maxCount = /^\d{1,9}$/u;

/** Reads a standard's number as people type it, by the unit it counts; null when it is none or negative. */
export function parseParamValue(unit: QuantityUnit, text: string): TypedValue | null {
  const plain = text.normalize("NFKC").replace(/[\s,]/gu, "");
  if (unit === "fen") {
    const value = parseYuan(plain);
    return value === null || value < 0n ? null : { value, divisor: 1n };
  }
  if (unit === "ratio") return parseRatio(plain);
  return maxCount.test(plain) ? { value: BigInt(plain), divisor: 1n } : null;
}

function parseRatio(plain: string): TypedValue | null {
  const fraction = /^(\d{1,6})\/(\d{1,6})$/u.exec(plain);
  if (fraction !== null) {
    const divisor = BigInt(fraction[2] ?? "0");
    return divisor === 0n ? null : { value: BigInt(fraction[1] ?? "0"), divisor };
  }
  const parts = /^(\d{1,6})(?:\.(\d{1,4}))?(%|‰)$/u.exec(plain);
  if (parts === null) return null;
  const decimals = (parts[2] ?? "").replace(/0+$/u, "");
  const value = BigInt(`${parts[1] ?? ""}${decimals}`);
  return { value, divisor: (parts[3] === "%" ? 100n : 1000n) * 10n ** BigInt(decimals.length) };
}

/** Where a version stands on a day. */
export type VersionTime = "CURRENT" | "COMING" | "ENDED";

/** Whether a dated row holds on a day, is still to come or is over. */
export function versionTime({ from, to }: { from: string; to: string | null }, on: string): VersionTime {
  if (to !== null && to < on) return "ENDED";
  return from > on ? "COMING" : "CURRENT";
}
