import type { Json } from "@/lib/core/json";
import type { Command } from "@/lib/server/command";
import type { Query } from "@/lib/server/query";

/**
 * Every named change and read of the portal. The API with its OpenAPI document, the permission page, the wall
 * tests and the log's wording are generated from these two lists.
 */
export const commands: Command<unknown, Json>[] = [];

export const queries: Query<unknown, unknown>[] = [];
