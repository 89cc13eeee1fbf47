import { Temporal } from "temporal-polyfill";

/** A calendar day in Asia/Shanghai as "YYYY-MM-DD"; such strings compare and sort as days do. */
export type BusinessDate = string;

/** Tells the present instant; tests pass their own. */
export type Clock = () => Date;

const ZONE = "Asia/Shanghai";
const LAST_EXCEL_SERIAL = 2_958_465;
// Excel counts a 29 February 1900 that never was; serials before it are one day off from those after it.
const EXCEL_PHANTOM_DAY = 60;

/** The present instant; the only place where the system clock is read. */
export function now(): Date {
  return new Date();
}

/** The calendar day in Asia/Shanghai at the clock's instant. */
export function today(clock: Clock = now): BusinessDate {
  return Temporal.Instant.fromEpochMilliseconds(clock().getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
}

/**
 * Reads a day as sheets and people write it (2026-01-20, 2026/1/20, 2026.3.5, 2026年1月22日, 20260120, an
 * Excel serial number); null for anything else and for days that do not exist.
 */
export function parseDate(input: string | number): BusinessDate | null {
  if (typeof input === "number") return fromExcelSerial(input);
  const text = input.normalize("NFKC").trim();
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/u.exec(text) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/u.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/u.exec(text);
  if (match === null) return null;
  return calendarDay(Number(match[1]), Number(match[3]), Number(match[4]));
}

/** The same day some years later; 29 February becomes the 28th where the year has no 29th. */
export function addYears(date: BusinessDate, years: number): BusinessDate {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}

/** The day some days later (earlier when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days the second date lies after the first; negative when before. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

/** The accounting year (公历年) of a day. */
export function yearOf(date: BusinessDate): number {
  return Temporal.PlainDate.from(date).year;
}

/** The month of a day as "YYYY-MM". */
export function monthOf(date: BusinessDate): string {
  return Temporal.PlainDate.from(date).toPlainYearMonth().toString();
}

function fromExcelSerial(serial: number): BusinessDate | null {
  if (!Number.isFinite(serial) || serial < 1 || serial >= LAST_EXCEL_SERIAL + 1) return null;
  const day = Math.floor(serial);
  if (day === EXCEL_PHANTOM_DAY) return null;
  return addDays(day < EXCEL_PHANTOM_DAY ? "1899-12-31" : "1899-12-30", day);
}

function calendarDay(year: number, month: number, day: number): BusinessDate | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

/** The calendar day in Asia/Shanghai on which an instant falls. */
export function dayOf(instant: Date): BusinessDate {
  return today(() => instant);
}

/** A business date as the database driver wants it: midnight UTC of that calendar day. */
export function toDbDate(date: BusinessDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The business date in a value the database driver read from a date column. */
export function fromDbDate(value: Date): BusinessDate {
  return value.toISOString().slice(0, 10);
}

const momentFormat = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant (or its ISO text) as people in Beijing read it: 2026-03-12 09:05. */
export function momentText(instant: Date | string): string {
  return momentFormat.format(typeof instant === "string" ? Date.parse(instant) : instant);
}
