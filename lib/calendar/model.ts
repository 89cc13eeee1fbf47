import { addDays, type BusinessDate, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";

/** Whether a day is a working day, for every day that is known. */
export type WorkingDays = ReadonlyMap<BusinessDate, boolean>;

/**
 * The day that lies a number of working days after a day, which itself does not count (出院次日起算).
 * Refuses when it would need a year whose calendar is not known.
 */
export function addWorkingDays(calendar: WorkingDays, from: BusinessDate, count: number): BusinessDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Whether a day is a working day; refuses for a day whose year is not known. */
export function isWorkingDay(calendar: WorkingDays, day: BusinessDate): boolean {
  const isWorking = calendar.get(day);
  if (isWorking === undefined) {
    throw new Refusal(
      "INVALID",
      `${yearOf(day)} 年的工作日历还没有录入，不能计算期限；请系统管理员按国务院通知录入`,
    );
  }
  return isWorking;
}

export type Holiday = { name: string; from: BusinessDate; to: BusinessDate };

export type CalendarRow = { date: BusinessDate; isWorking: boolean; note: string | null };

/** Every day of a year from what the notice says: holidays off, make-up days on, otherwise Monday to Friday. */
export function daysOfYear(
  year: number,
  holidays: readonly Holiday[],
  makeUpDays: readonly BusinessDate[],
): CalendarRow[] {
  const rows: CalendarRow[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const holiday = holidays.find(({ from, to }) => from <= day && day <= to);
    const isWeekend = weekdayOf(day) >= 6;
    if (makeUpDays.includes(day)) rows.push({ date: day, isWorking: true, note: "调休上班" });
    else if (holiday !== undefined) rows.push({ date: day, isWorking: false, note: `${holiday.name}放假` });
    else rows.push({ date: day, isWorking: !isWeekend, note: isWeekend ? "周末" : null });
  }
  return rows;
}

/** 1 for Monday to 7 for Sunday (Zeller's congruence). */
function weekdayOf(day: BusinessDate): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const h =
    (date +
      Math.floor((13 * (m + 1)) / 5) +
      y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400)) %
    7;
  return ((h + 5) % 7) + 1;
}
