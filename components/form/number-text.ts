/** A whole number a person typed, without separators, from `1,260` or full-width digits; null when it is none. */
export function normaliseNumber(text: string): string | null {
  const typed = text.normalize("NFKC").replace(/[\s,]/g, "");
  return /^-?\d{1,15}$/.test(typed) ? String(Number(typed)) : null;
}

/** The same with a decimal part, kept as typed: `2.50` stays `2.50`. */
export function normaliseDecimal(text: string): string | null {
  const typed = text.normalize("NFKC").replace(/[\s,]/g, "").replace(/。/g, ".");
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(typed) ? typed : null;
}
