import { z } from "zod";

const day = z.iso.date({ error: "日期不正确" });

export const yearInput = z.strictObject({ year: z.coerce.number().int().min(2017).max(2100) });

export const addYearInput = z.strictObject({
  year: z.coerce.number({ error: "请填写年份" }).int("请填写年份").min(2017).max(2100),
  holidays: z
    .array(z.strictObject({ name: z.string().trim().min(1, "请填写节日"), from: day, to: day }))
    .min(1, "请填写放假日期")
    .max(20),
  makeUpDays: z.array(day).max(20),
});

export const deadlineInput = z.strictObject({
  from: day,
  workingDays: z.coerce.number().int().min(1, "至少 1 个工作日").max(400, "最多 400 个工作日"),
});
