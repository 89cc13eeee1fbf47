import type { z } from "zod";
import type { Role } from "@/generated/prisma/enums";
import { commands, queries } from "@/lib/catalogue";
import { Refusal } from "@/lib/core/errors";
import { type Json, toJson } from "@/lib/core/json";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { type Permission, reachOf } from "@/lib/server/permissions";
import { read } from "@/lib/server/query";
import { subtreeOf, today } from "./world";

/** A command or query of the catalogue, ready to be called by anybody with anything. */
export type Call = {
  name: string;
  kind: "command" | "query";
  permission: Permission;
  input: z.ZodType;
  run: (actor: Actor, input: unknown) => Promise<unknown>;
};

/** Everything the catalogue names. */
export const calls: readonly Call[] = [
  ...commands.map(
    (command): Call => ({
      name: command.name,
      kind: "command",
      permission: command.permission,
      input: command.input,
      run: (actor, input) => runCommand(command, actor, input, { today }),
    }),
  ),
  ...queries.map(
    (query): Call => ({
      name: query.name,
      kind: "query",
      permission: query.permission,
      input: query.input,
      run: (actor, input) => read(actor, query, input, { today }),
    }),
  ),
];

/** What came of a call. A fault is never expected: a wall that throws is not a wall. */
export type Outcome = { code: Refusal["code"] | "DONE" | "FAULT"; message: string; value: Json };

export async function outcomeOf(call: Call, actor: Actor, input: unknown): Promise<Outcome> {
  try {
    return { code: "DONE", message: "", value: toJson((await call.run(actor, input)) ?? null) };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message, value: null };
    return { code: "FAULT", message: String(error).slice(0, 400), value: null };
  }
}

/** What a role held in one union may do with another: decided from the permission table alone. */
export function expectationFor(
  permission: Permission,
  role: Role,
  home: number,
  target: number,
): "ALLOWED" | "FORBIDDEN" | "NOT_FOUND" {
  const reach = reachOf(permission, role);
  if (reach === null) return "FORBIDDEN";
  if (reach === "district") return "ALLOWED";
  const unions = reach === "own" ? [home] : subtreeOf(home);
  return unions.includes(target) ? "ALLOWED" : "NOT_FOUND";
}

/** The unions a role held in one union may see by a permission. */
export function visibleTo(permission: Permission, role: Role, home: number): number[] {
  const reach = reachOf(permission, role);
  if (reach === null) return [];
  return reach === "own" ? [home] : reach === "subtree" ? subtreeOf(home) : subtreeOf(1);
}
