import type { z } from "zod";
import type { Actor } from "./actor";
import { type CallOptions, type Context, contextFor, requireScope } from "./command";
import { inScope, type Tx } from "./db";
import { parseInput } from "./input";
import type { Permission } from "./permissions";
import { asRefusal } from "./refusals";

/** One named read. It runs in a read-only transaction limited to what its permission opens to the actor. */
export type Query<Input, Value> = {
  name: `${string}.${string}`;
  label: string;
  permission: Permission;
  input: z.ZodType<Input>;
  run(tx: Tx, input: Input, context: Context): Promise<Value>;
};

/** Declares a query. */
export function defineQuery<Input, Value>(query: Query<Input, Value>): Query<Input, Value> {
  return query;
}

/** The one road to a read. All its statements see one moment of the database. Throws Refusal for an expected no. */
export async function read<Input, Value>(
  actor: Actor,
  query: Query<Input, Value>,
  rawInput: unknown,
  options: CallOptions = {},
): Promise<Value> {
  const scope = requireScope(actor, query.permission);
  const input = parseInput(query.input, rawInput);
  const context = contextFor(actor, scope, options);
  try {
    return await inScope({ scope, actor, isReadOnly: true, isolation: "RepeatableRead" }, (tx) =>
      query.run(tx, input, context),
    );
  } catch (error) {
    throw asRefusal(error) ?? error;
  }
}
