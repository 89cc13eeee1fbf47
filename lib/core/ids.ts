import { z } from "zod";

/** Row ids travel as decimal strings (forms, addresses, JSON) and are bigint inside. */
export const idSchema = z
  .string({ error: "请选择" })
  .regex(/^[1-9]\d{0,17}$/, "编号不正确")
  .transform((text) => BigInt(text));

/**
 * A whole number from 0 on, as a number or as the digits a form or an address sends. Not `z.coerce`, which also takes
 * `true`, `["1"]` and blank text for numbers. `error` is the sentence for everything else.
 */
export function wholeNumber(error = "请填写整数") {
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,15}$/),
      ],
      { error },
    )
    .transform(Number)
    .pipe(z.int({ error }).nonnegative(error));
}

/** The version of a record as somebody saw it; a change made since by somebody else is refused by it. */
export const versionSchema = wholeNumber("版本不正确").pipe(
  z.int().positive("版本不正确").max(2_147_483_647, "版本不正确"),
);

/** Union ids are small integers; forms send them as text. */
export const unionIdSchema = z
  .union([z.number(), z.string().regex(/^[1-9]\d{0,8}$/)], { error: "请选择工会" })
  .transform(Number)
  .pipe(z.int({ error: "请选择工会" }).positive("请选择工会").max(2_147_483_647, "请选择工会"));
