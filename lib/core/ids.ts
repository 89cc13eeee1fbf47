import { z } from "zod";

/** Row ids travel as decimal strings (forms, addresses, JSON) and are bigint inside. */
export const idSchema = z
  .string({ error: "请选择" })
  .regex(/^[1-9]\d{0,17}$/, "编号不正确")
  .transform((text) => BigInt(text));

/** Union ids are small integers; forms send them as text. */
export const unionIdSchema = z
  .union([z.number(), z.string().regex(/^[1-9]\d{0,8}$/)], { error: "请选择工会" })
  .transform(Number)
  .pipe(z.int({ error: "请选择工会" }).positive("请选择工会").max(2_147_483_647, "请选择工会"));
