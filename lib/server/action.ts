import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { Refusal, type RefusedField } from "@/lib/core/errors";
import type { Json } from "@/lib/core/json";
import { type Command, runCommand } from "./command";
import { log } from "./log";
import { requireSameOrigin } from "./origin";
import { requireActor } from "./session";

/** The answer a form gets: the command's value, or a refusal it can show at its fields. */
export type ActionResult<Value> =
  | { ok: true; value: Value }
  | {
      ok: false;
      code: Refusal["code"] | "FAULT";
      message: string;
      fields: readonly RefusedField[];
      reference?: string;
    };

/**
 * A server action for one command: same origin, signed in, run, refresh. Takes plain JSON (a client form's state)
 * and an idempotency key, so that a double click is stored once.
 */
export function commandAction<Input, Value extends Json>(
  command: Command<Input, Value>,
  options: { revalidate?: string } = {},
): (input: unknown, key?: string) => Promise<ActionResult<Value>> {
  return async (input, key) => {
    const requestId = randomUUID();
    try {
      requireSameOrigin(await headers());
      const actor = await requireActor();
      const value = await runCommand(command, actor, input, { key, requestId });
      if (options.revalidate !== undefined) revalidatePath(options.revalidate, "layout");
      return { ok: true, value };
    } catch (error) {
      unstable_rethrow(error);
      return failureOf(error, command.name, requestId);
    }
  };
}

/** A refusal as it is; a fault as a reference number whose cause stands in the log. */
export function failureOf(error: unknown, where: string, requestId: string): ActionResult<never> {
  if (error instanceof Refusal)
    return { ok: false, code: error.code, message: error.message, fields: error.fields };
  log.error({ err: error, where, requestId }, "fault");
  const reference = requestId.slice(0, 8);
  return {
    ok: false,
    code: "FAULT",
    message: `系统出错，您填写的内容仍在页面上；请稍后重试，或把编号 ${reference} 告诉管理员`,
    fields: [],
    reference,
  };
}
