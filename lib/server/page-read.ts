import { forbidden, notFound } from "next/navigation";
import { Refusal } from "@/lib/core/errors";
import { type Actor, may } from "./actor";
import type { Permission } from "./permissions";
import { type Query, read } from "./query";

/**
 * A read for a page. A role without the permission gets the page 无权查看, what is absent or out of reach the page
 * 未找到. Filters that cannot be read are left out, so that a mistyped address still opens; where what is left names
 * nothing, the page is 未找到 too. Everything else goes on as it is.
 */
export async function readForPage<Input, Value>(
  actor: Actor,
  query: Query<Input, Value>,
  rawInput: Readonly<Record<string, unknown>>,
): Promise<Value> {
  try {
    return await read(actor, query, rawInput);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const readable = error.code === "INVALID" ? withoutRefused(rawInput, error) : null;
    if (readable === null) return showRefusal(error);
    return await read(actor, query, readable).catch(showRefusal);
  }
}

/** The page for a refusal of a read; goes on with every other error. */
export function showRefusal(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === "FORBIDDEN") forbidden();
  if (error.code === "NOT_FOUND" || error.code === "INVALID") notFound();
  throw error;
}

/** Opens a form only to those who may hand it in; the command behind it decides again. */
export function requireForPage(actor: Actor, permission: Permission, unionId?: number): void {
  if (!may(actor, permission, unionId)) forbidden();
}

/** The input without the parts a refusal names; null when it names none of them. */
function withoutRefused(
  input: Readonly<Record<string, unknown>>,
  refusal: Refusal,
): Record<string, unknown> | null {
  const refused = new Set(refusal.fields.map(({ path }) => path.split(".")[0]));
  const kept = Object.entries(input).filter(([name]) => !refused.has(name));
  return kept.length === Object.keys(input).length ? null : Object.fromEntries(kept);
}
