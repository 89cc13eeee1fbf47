import { notFound } from "next/navigation";
import { Refusal } from "@/lib/core/errors";
import type { Actor } from "./actor";
import { type Query, read } from "./query";

/**
 * A read for a page: what is absent, out of reach or asked for in a broken address is the page 未找到 instead of a
 * fault. Everything else goes on as it is.
 */
export async function readForPage<Input, Value>(
  actor: Actor,
  query: Query<Input, Value>,
  rawInput: unknown,
): Promise<Value> {
  try {
    return await read(actor, query, rawInput);
  } catch (error) {
    if (error instanceof Refusal && ["NOT_FOUND", "FORBIDDEN", "INVALID"].includes(error.code)) notFound();
    throw error;
  }
}
