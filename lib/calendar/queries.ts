import { addDays, type BusinessDate, fromDbDate, toDbDate } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { addWorkingDays, type WorkingDays } from "./model";
import { deadlineInput, yearInput } from "./schema";

/** The known days between two days. */
export async function workingDaysIn(tx: Tx, from: BusinessDate, to: BusinessDate): Promise<WorkingDays> {
  const rows = await tx.calendarDay.findMany({
    where: { date: { gte: toDbDate(from), lte: toDbDate(to) } },
    select: { date: true, isWorking: true },
  });
  return new Map(rows.map(({ date, isWorking }) => [fromDbDate(date), isWorking]));
}

/** The day a number of working days after a day; refuses when a year is not known. */
export async function workingDayAfter(tx: Tx, from: BusinessDate, count: number): Promise<BusinessDate> {
  // No stretch of the calendar has fewer than one working day in nine.
  return addWorkingDays(await workingDaysIn(tx, from, addDays(from, count * 3 + 30)), from, count);
}

/** The days of a year that are not what their weekday says. */
export const listSpecialDays = defineQuery({
  name: "calendar.listSpecialDays",
  label: "查看工作日历",
  permission: "desk.view",
  input: yearInput,
  async run(tx, { year }) {
    const rows = await tx.calendarDay.findMany({
      where: { date: { gte: toDbDate(`${year}-01-01`), lte: toDbDate(`${year}-12-31`) } },
      select: { date: true, isWorking: true, note: true },
      orderBy: { date: "asc" },
    });
    const special = rows.filter(({ note }) => note !== null && note !== "周末");
    return {
      year,
      isKnown: rows.length > 0,
      workingDays: rows.filter(({ isWorking }) => isWorking).length,
      days: special.map(({ date, ...row }) => ({ ...row, date: fromDbDate(date) })),
    };
  },
});

/** Reckons a deadline in working days. */
export const getDeadline = defineQuery({
  name: "calendar.getDeadline",
  label: "计算工作日期限",
  permission: "desk.view",
  input: deadlineInput,
  run: async (tx, { from, workingDays }) => ({
    from,
    workingDays,
    on: await workingDayAfter(tx, from, workingDays),
  }),
});
