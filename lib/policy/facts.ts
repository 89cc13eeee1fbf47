import { parseDate } from "@/lib/core/dates";
import { formatYuan, parseYuan } from "@/lib/core/money";
import { type QuantityUnit, quantityUnits } from "@/lib/policy/quantity";

/** What a fact may hold: fen and counts as bigint, days and words as text, yes or no, or lists of these. */
export type FactValue = bigint | string | boolean | readonly string[] | readonly bigint[];

export type FactUnit = QuantityUnit | "date" | "text" | "flag" | "list" | "fenList" | "option";

/** A row behind a number, opened by a click on it. */
export interface SourceRow {
  readonly label: string;
  readonly href: string;
  readonly amountFen: bigint;
}

/** Where a fact was read: a field of the form, or the rows that were added up. */
export type FactSource = { readonly field: string } | { readonly rows: readonly SourceRow[] };

export interface KnownFact {
  readonly value: FactValue;
  readonly source?: FactSource;
}

/** Facts by id, bare or with their source; an id that is absent is unknown. */
export type Facts = Readonly<Record<string, FactValue | KnownFact | undefined>>;

/** A thing rules may ask about: how it is called, written in a cell, checked and shown. */
export interface Fact<T extends FactValue = FactValue> {
  readonly id: string;
  readonly label: string;
  /** Other headings under which sheets carry it. */
  readonly aliases: readonly string[];
  readonly unit: FactUnit;
  /** How a cell is filled, in Chinese, for the list of facts. */
  readonly hint: string;
  accepts(value: unknown): value is T;
  parse(text: string): T | null;
  display(value: T): string;
}

/** A fact's value without its source; undefined when unknown. */
export function factValue(facts: Facts, id: string): FactValue | undefined {
  const known = facts[id];
  return isKnownFact(known) ? known.value : known;
}

/** Where a fact's value comes from; undefined when nobody said. */
export function factSource(facts: Facts, id: string): FactSource | undefined {
  const known = facts[id];
  return isKnownFact(known) ? known.source : undefined;
}

function isKnownFact(known: Facts[string]): known is KnownFact {
  return typeof known === "object" && "value" in known;
}

/** Applies the patch of a remedy, written as cells; fields that are no facts are left to the form. */
export function patchFacts(
  known: Facts,
  patch: Readonly<Record<string, string>>,
  facts: readonly Fact[],
): Facts {
  const patched: Record<string, Facts[string]> = { ...known };
  for (const fact of facts) {
    const value = fact.parse(patch[fact.id] ?? "");
    if (patch[fact.id] !== undefined && value !== null) patched[fact.id] = value;
  }
  return patched;
}

/** An amount in fen; cells hold yuan. */
export function moneyFact(id: string, label: string, aliases: readonly string[] = []): Fact<bigint> {
  return {
    id,
    label,
    aliases,
    unit: "fen",
    hint: "元",
    accepts: (value): value is bigint => typeof value === "bigint",
    parse: (text) => parseYuan(text),
    display: (value) => formatYuan(value),
  };
}

/** A whole number of people, items, times and the like; never negative. */
export function countFact(
  id: string,
  label: string,
  unit: QuantityUnit,
  aliases: readonly string[] = [],
): Fact<bigint> {
  const word = quantityUnits[unit];
  return {
    id,
    label,
    aliases,
    unit,
    hint: word,
    accepts: (value): value is bigint => typeof value === "bigint",
    parse: (text) => {
      const digits = /^(\d{1,12})(?:\.0+)?\D{0,2}$/u.exec(text.normalize("NFKC").replaceAll(",", ""))?.[1];
      return digits === undefined ? null : BigInt(digits);
    },
    display: (value) => `${value}${word}`,
  };
}

/** The text a date fact holds when the event has never happened, which is known and not unknown. */
export const NEVER = "从未";

/** A calendar day, or 从未 for an event that has not happened. */
export function dateFact(id: string, label: string, aliases: readonly string[] = []): Fact<string> {
  return {
    id,
    label,
    aliases,
    unit: "date",
    hint: "日期或“从未”",
    accepts: (value): value is string => typeof value === "string",
    parse: (text) => (/^(从未.*|无|未购置)$/u.test(text) ? NEVER : parseDate(text)),
    display: (value) => value,
  };
}

/** Free text. */
export function textFact(id: string, label: string, aliases: readonly string[] = []): Fact<string> {
  return {
    id,
    label,
    aliases,
    unit: "text",
    hint: "文字",
    accepts: (value): value is string => typeof value === "string",
    parse: (text) => text,
    display: (value) => value,
  };
}

const YES = /^(是|有|已.*|true|yes|y|1|√|✓)$/iu;
const NO = /^(否|无|没有|未.*|不.*|false|no|n|0|×|✗)$/iu;

/** Yes or no. */
export function flagFact(id: string, label: string, aliases: readonly string[] = []): Fact<boolean> {
  return {
    id,
    label,
    aliases,
    unit: "flag",
    hint: "是/否",
    accepts: (value): value is boolean => typeof value === "boolean",
    parse: (text) => (YES.test(text) ? true : NO.test(text) ? false : null),
    display: (value) => (value ? "是" : "否"),
  };
}

/** Several words; a cell separates them by semicolons and says 无 for a list known to be empty. */
export function listFact(
  id: string,
  label: string,
  aliases: readonly string[] = [],
): Fact<readonly string[]> {
  return {
    id,
    label,
    aliases,
    unit: "list",
    hint: "以分号隔开，“无”为空",
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.every((each) => typeof each === "string"),
    parse: splitList,
    display: (value) => (value.length === 0 ? "无" : value.join("；")),
  };
}

/** Several amounts in fen; cells hold yuan separated by semicolons. */
export function moneyListFact(
  id: string,
  label: string,
  aliases: readonly string[] = [],
): Fact<readonly bigint[]> {
  return {
    id,
    label,
    aliases,
    unit: "fenList",
    hint: "元，以分号隔开",
    accepts: (value): value is readonly bigint[] =>
      Array.isArray(value) && value.every((each) => typeof each === "bigint"),
    parse: (text) => {
      const amounts: bigint[] = [];
      for (const part of splitList(text)) {
        const amount = parseYuan(part);
        if (amount === null) return null;
        amounts.push(amount);
      }
      return amounts;
    },
    display: (value) => value.map((each) => formatYuan(each)).join("；"),
  };
}

/** One of a closed set of codes, each with its label first and other spellings after it. */
export function optionFact<Code extends string>(
  id: string,
  label: string,
  options: Readonly<Record<Code, readonly [string, ...string[]]>>,
  aliases: readonly string[] = [],
): Fact<Code> {
  const isCode = (value: unknown): value is Code =>
    typeof value === "string" && Object.hasOwn(options, value);
  const codes = Object.keys(options).filter(isCode);
  return {
    id,
    label,
    aliases,
    unit: "option",
    hint: codes.map((code) => options[code][0]).join("/"),
    accepts: isCode,
    parse: (text) => {
      const word = text.normalize("NFKC").trim();
      return codes.find((code) => code === word.toUpperCase() || options[code].includes(word)) ?? null;
    },
    display: (value) => options[value][0],
  };
}

function splitList(text: string): string[] {
  const parts = text
    .split(/[;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length === 1 && parts[0] === "无" ? [] : parts;
}
