import type { BusinessDate } from "@/lib/core/dates";
import type { InstrumentId } from "@/lib/policy/instruments";
import type { Severity } from "@/lib/policy/severity";

/** One dated word of a list that the district keeps: goods that may not be bought, words of the 八不准. */
export interface ListEntry {
  readonly list: string;
  readonly word: string;
  /** Longer words that contain this one but mean something else (油烟 is no 烟). */
  readonly except: readonly string[];
  /** What the word stands for inside its list, such as a clause number or a form of hand-out. */
  readonly group: string;
  readonly severity: Severity;
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
  readonly instrument: InstrumentId;
}

/** A word of a list found in a text. */
export interface ListHit {
  readonly entry: ListEntry;
  readonly text: string;
}

/** The entries of a list that are in force on a day. */
export function entriesOn(
  entries: readonly ListEntry[],
  list: string,
  on: BusinessDate,
): readonly ListEntry[] {
  return entries.filter(
    (entry) => entry.list === list && entry.from <= on && (entry.to === null || on <= entry.to),
  );
}

/** Every entry whose word stands in one of the texts, in the order of the texts. */
export function hitsIn(texts: readonly string[], entries: readonly ListEntry[]): ListHit[] {
  return texts.flatMap((text) => {
    const plain = text.normalize("NFKC").toUpperCase();
    return entries.filter((entry) => stands(plain, entry)).map((entry) => ({ entry, text }));
  });
}

function stands(plain: string, { word, except }: ListEntry): boolean {
  const wanted = word.toUpperCase();
  if (!plain.includes(wanted)) return false;
  return except.reduce((rest, other) => rest.replaceAll(other.toUpperCase(), ""), plain).includes(wanted);
}
