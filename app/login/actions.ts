"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { type ActionResult, failureOf } from "@/lib/server/action";
import { parseInput } from "@/lib/server/input";
import { setPasswordByLink } from "@/lib/server/new-password";
import { requireSameOrigin } from "@/lib/server/origin";
import { prolongSession } from "@/lib/server/session";

const newPasswordInput = z
  .strictObject({
    token: z.string().max(100),
    purpose: z.enum(["ACTIVATE", "RESET"]),
    password: z.string({ error: "请填写新密码" }).max(1000, "密码过长"),
    again: z.string({ error: "请再填写一次" }).max(1000, "密码过长"),
  })
  .refine(({ password, again }) => password === again, { path: ["again"], error: "两次填写的密码不一致" });

/** Sets the password of the person who holds a one-time link. */
export async function setPasswordAction(input: unknown): Promise<ActionResult<{ login: string }>> {
  try {
    requireSameOrigin(await headers());
    const { token, purpose, password } = parseInput(newPasswordInput, input);
    return { ok: true, value: await setPasswordByLink(token, purpose, password) };
  } catch (error) {
    return failureOf(error, "account.setPassword", crypto.randomUUID());
  }
}

/** Prolongs the session of whoever pressed 继续; an ended one answers with a term that is over. */
export async function keepAliveAction(): Promise<{ now: number; expiresAt: number }> {
  requireSameOrigin(await headers());
  return (await prolongSession()) ?? { now: 0, expiresAt: 0 };
}
