const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The calendar date a person typed as YYYY-MM-DD, from 2026-9-25, 2026/9/25, 20260925 or 2026年9月25日;
 * null when it is no date.
 */
export function normaliseDate(text: string): string | null {
  const typed = text.normalize("NFKC").replace(/\s/g, "");
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? /^(\d{4})[-/.年。](\d{1,2})[-/.月。](\d{1,2})日?$/.exec(typed);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : monthLengths[month - 1];
  if (length === undefined || day < 1 || day > length) return null;
  return `${match[1]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
