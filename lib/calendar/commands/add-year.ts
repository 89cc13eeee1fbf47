import { toDbDate, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { daysOfYear } from "../model";
import { addYearInput } from "../schema";

/** Enters the working days of a year from the published notice; a year that is known is not changed. */
export const addYear = defineCommand({
  name: "calendar.addYear",
  label: "录入工作日历",
  permission: "calendar.manage",
  input: addYearInput,
  async run(tx, { year, holidays, makeUpDays }) {
    const foreign = [...holidays.flatMap(({ from, to }) => [from, to]), ...makeUpDays].find(
      (day) => yearOf(day) !== year,
    );
    if (foreign !== undefined) throw new Refusal("INVALID", `${foreign} 不在 ${year} 年`);
    if (holidays.some(({ from, to }) => to < from)) throw new Refusal("INVALID", "放假结束日期早于开始日期");
    const known = await tx.calendarDay.count({ where: { date: toDbDate(`${year}-01-01`) } });
    if (known > 0) throw new Refusal("CONFLICT", `${year} 年的工作日历已经录入`);
    const rows = daysOfYear(year, holidays, makeUpDays);
    await tx.calendarDay.createMany({ data: rows.map((row) => ({ ...row, date: toDbDate(row.date) })) });
    return {
      value: { year, workingDays: rows.filter(({ isWorking }) => isWorking).length },
      audit: { subject: `calendar:${year}`, unionId: null, detail: { holidays, makeUpDays } },
    };
  },
});
