import { z } from "zod";
import { parseDate } from "@/lib/core/dates";
import { unionIdSchema } from "@/lib/core/ids";

const day = z
  .string()
  .transform((text) => parseDate(text))
  .refine((date): date is string => date !== null, "没有读出日期，请写成 2026-09-25");

/** Filters of the log; `before` is the cursor, the number of the last line shown. */
export const listAuditInput = z.strictObject({
  command: z.string().max(80).optional(),
  actor: z.string().trim().max(50).optional(),
  outcome: z.enum(["DONE", "REFUSED"]).optional(),
  unionId: unionIdSchema.optional(),
  from: day.optional(),
  to: day.optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  take: z.int().min(1).max(200).default(50),
});
