import { z } from "zod";
import { wholeNumber } from "@/lib/core/ids";

// Before 2017 there are no arrangements on file.
const calendarYear = wholeNumber("请填写年份").pipe(
  z.int().min(2017, "请填写 2017 年以后的年份").max(2100, "请填写年份"),
);
const day = z.iso.date({ error: "日期不正确" });

/** What `calendar.year` takes from outside. */
export const yearInput = z.strictObject({ year: calendarYear });

/** What `calendar.addYear` takes from outside. */
export const addYearInput = z.strictObject({
  year: calendarYear,
  holidays: z
    .array(z.strictObject({ name: z.string().trim().min(1, "请填写节日"), from: day, to: day }))
    .min(1, "请填写放假日期")
    .max(20),
  makeUpDays: z.array(day).max(20),
});

/** What `calendar.deadline` takes from outside. */
export const deadlineInput = z.strictObject({
  from: day,
  workingDays: wholeNumber().pipe(z.int().min(1, "至少 1 个工作日").max(400, "最多 400 个工作日")),
});
