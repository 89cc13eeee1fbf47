"use server";

import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { endOwnSession } from "@/lib/accounts/commands/end-session";
import { type ActionResult, commandAction, failureOf } from "@/lib/server/action";
import { parseInput } from "@/lib/server/input";
import { changePassword } from "@/lib/server/new-password";
import { requireSameOrigin } from "@/lib/server/origin";
import { callerOf, requireActor } from "@/lib/server/session";
import { cookieOptions } from "@/lib/server/session-cookie";

export const endOwnSessionAction = commandAction(endOwnSession, { revalidate: "/settings" });

const passwordInput = z
  .strictObject({
    current: z.string({ error: "请填写现用密码" }).max(1000),
    next: z.string({ error: "请填写新密码" }).max(1000),
    again: z.string({ error: "请再填写一次" }).max(1000),
  })
  .refine(({ next, again }) => next === again, { path: ["again"], error: "两次填写的密码不一致" });

/** Changes one's own password; all other sessions end. */
export async function changePasswordAction(input: unknown): Promise<ActionResult<null>> {
  const actor = await requireActor();
  try {
    const given = await headers();
    requireSameOrigin(given);
    const { current, next } = parseInput(passwordInput, input);
    await changePassword(actor, { current, next }, callerOf(given));
    revalidatePath("/settings");
    return { ok: true, value: null };
  } catch (error) {
    return failureOf(error, "account.changePassword", crypto.randomUUID());
  }
}

const sizeInput = z.strictObject({ size: z.enum(["normal", "large"]) });
const yearSeconds = 365 * 24 * 60 * 60;

/** Chooses the size of type in this browser (长者模式). */
export async function chooseSizeAction(input: unknown): Promise<ActionResult<null>> {
  await requireActor();
  requireSameOrigin(await headers());
  const { size } = parseInput(sizeInput, input);
  (await cookies()).set("size", size, { ...cookieOptions(), maxAge: yearSeconds });
  revalidatePath("/", "layout");
  return { ok: true, value: null };
}
