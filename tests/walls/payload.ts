import { z } from "zod";
import type { Json } from "@/lib/core/json";

export type Path = readonly (string | number)[];

type Node = { path: Path; value: Json };

/** Every node of a payload, the payload itself first. */
export function nodesOf(value: Json, path: Path = []): Node[] {
  const here: Node = { path, value };
  if (Array.isArray(value)) return [here, ...value.flatMap((item, index) => nodesOf(item, [...path, index]))];
  if (value === null || typeof value !== "object") return [here];
  return [here, ...Object.entries(value).flatMap(([key, item]) => nodesOf(item, [...path, key]))];
}

/** The nodes that name a record: by their key, as the portal's payloads are written. */
export function idsOf(value: Json): Node[] {
  return nodesOf(value).filter(
    ({ path, value: node }) =>
      (typeof node === "string" || typeof node === "number") &&
      isIdKey(path.findLast((part) => typeof part === "string")),
  );
}

function isIdKey(key: string | number | undefined): boolean {
  return typeof key === "string" && /^(?:id|ids|.*Ids?)$/.test(key);
}

/** A copy of a payload with one node replaced. */
export function withNode(value: Json, path: Path, replacement: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return replacement;
  if (Array.isArray(value) && typeof first === "number")
    return value.map((item, index) => (index === first ? withNode(item, rest, replacement) : item));
  if (value === null || typeof value !== "object" || Array.isArray(value) || typeof first !== "string")
    return value;
  return { ...value, [first]: withNode(value[first] ?? null, rest, replacement) };
}

/** The node at a path, or undefined. */
export function nodeAt(value: Json, path: Path): Json | undefined {
  return nodesOf(value).find((node) => node.path.join("/") === path.join("/"))?.value;
}

/** The same payload with every id replaced by one that nobody has. */
export function withoutRecords(value: Json): Json {
  return idsOf(value).reduce<Json>(
    (changed, { path, value: id }) =>
      withNode(changed, path, typeof id === "number" ? 999_999_999 : "999999999"),
    value,
  );
}

/** The keys of a schema's objects that name a record, as dotted paths without list positions. */
export function idKeysOf(schema: z.ZodType): string[] {
  return keysOf(schema).filter((key) => isIdKey(key.split(".").at(-1)));
}

/** All keys of a schema's objects, as dotted paths without list positions. */
export function keysOf(schema: z.ZodType): string[] {
  return [...new Set(keysIn(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), ""))];
}

function keysIn(schema: unknown, prefix: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const here: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && typeof value === "object" && value !== null) {
      for (const [name, property] of Object.entries(value)) {
        const path = prefix === "" ? name : `${prefix}.${name}`;
        here.push(path, ...keysIn(property, path));
      }
    } else if (Array.isArray(value)) here.push(...value.flatMap((item) => keysIn(item, prefix)));
    else here.push(...keysIn(value, prefix));
  }
  return here;
}
