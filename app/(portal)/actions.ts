"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { wholeNumber } from "@/lib/core/ids";
import { env } from "@/lib/server/env";
import { parseInput } from "@/lib/server/input";
import { requireSameOrigin } from "@/lib/server/origin";
import { rememberPlace } from "@/lib/server/place";
import { requireActor } from "@/lib/server/session";

const placeForm = z.object({
  unionId: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  year: wholeNumber("请选择年度").pipe(z.int().min(2000).max(2100)),
});

/** Remembers the chosen union and year, then shows the desk of that place. */
export async function switchPlaceAction(form: FormData): Promise<void> {
  requireSameOrigin(await headers());
  await requireActor();
  await rememberPlace(parseInput(placeForm, Object.fromEntries(form)), env().ORIGIN.startsWith("https:"));
  redirect("/");
}
