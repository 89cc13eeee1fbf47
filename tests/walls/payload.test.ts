import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "@/lib/core/json";
import { closeDatabase } from "@/lib/server/db";
import { reachOf } from "@/lib/server/permissions";
import { testDatabase } from "../support/test-database";
import { type Call, calls, outcomeOf } from "./calls";
import { idKeysOf, idsOf, keysOf, nodeAt, nodesOf, type Path, withNode } from "./payload";
import { samples } from "./samples";
import { buildWorld, fingerprint, known, roles, type World } from "./world";

const own = 4;
const foreign = 6;

let world: World;

beforeAll(async () => {
  world = await buildWorld(await testDatabase());
});

afterAll(async () => {
  await world.owner.end();
  await closeDatabase();
});

/** Somebody who may make this call for the union at the bottom, and sees as little else as possible. */
function callerFor(call: Call) {
  const role =
    roles.find((one) => reachOf(call.permission, one) === "own") ??
    roles.find((one) => reachOf(call.permission, one) === "subtree") ??
    known(roles.find((one) => reachOf(call.permission, one) === "district"));
  return { actor: world.actor(role, own), isDistrict: reachOf(call.permission, role) === "district" };
}

/** Tries changed payloads; answers those that were not refused in one of the expected ways. */
async function tryAll(
  call: Call,
  changed: readonly { what: string; input: Json }[],
  refusals: readonly string[],
) {
  const { actor } = callerFor(call);
  const before = await fingerprint(world.owner);
  const surprises: string[] = [];
  for (const { what, input } of changed) {
    const { code, message } = await outcomeOf(call, actor, input);
    if (!refusals.includes(code)) surprises.push(`${what}: ${code} ${message}`);
  }
  if (call.kind === "command") expect(await fingerprint(world.owner)).toBe(before);
  return surprises;
}

describe.each(calls.filter((call) => samples[call.name] !== undefined))("$kind $name", (call) => {
  const sample = known(samples[call.name]);

  it("has every id of its schema in the sample", async () => {
    const input = await sample.input(world, own, callerFor(call).actor);
    const present = new Set(idsOf(input).map(({ path }) => keyOf(path)));
    const absent = idKeysOf(call.input).filter(
      (key) => !present.has(key) && sample.leftOut?.[key] === undefined,
    );
    expect(absent).toEqual([]);
  });

  it("refuses each id in the payload that belongs to another union", async () => {
    if (callerFor(call).isDistrict || sample.passesOver) return;
    const input = await sample.input(world, own, callerFor(call).actor);
    const other = await sample.input(world, foreign, world.actor("UNIT_ADMIN", foreign));
    const changed = idsOf(input).flatMap(({ path, value }) => {
      const theirs = nodeAt(other, path);
      const isShared = sample.shared?.[keyOf(path)] !== undefined;
      if (isShared || theirs === undefined || theirs === value) return [];
      return [{ what: path.join("."), input: withNode(input, path, theirs) }];
    });
    // POLICY where a person of another union has not the duty, as nobody of the own union but its holder has.
    expect(await tryAll(call, changed, ["NOT_FOUND", "INVALID", "POLICY"])).toEqual([]);
  });

  it("refuses keys it does not know, at every level", async () => {
    const input = await sample.input(world, own, callerFor(call).actor);
    const keys = [
      "orgId",
      "isAdmin",
      "status",
      "state",
      "approvedBy",
      "makerId",
      "role",
      "createdAt",
      "__proto__",
    ];
    const changed = nodesOf(input).flatMap(({ path, value }) => {
      if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
      if (sample.open?.[keyOf(path)] !== undefined) return [];
      const unknownKeys = keys.filter((key) => !keysOfObject(call, path).has(key));
      return unknownKeys.map((key) => ({
        what: `${path.join(".")}+${key}`,
        input: withNode(
          input,
          path,
          JSON.parse(`${JSON.stringify(value).slice(0, -1)}${comma(value)}"${key}":"1"}`),
        ),
      }));
    });
    expect(await tryAll(call, changed, ["INVALID"])).toEqual([]);
  });

  it("refuses operators and lists where a plain value is due", async () => {
    const input = await sample.input(world, own, callerFor(call).actor);
    const operators: Json[] = [{ not: "" }, { contains: "" }, { gt: 0 }, ["1", "2"], { toString: "1" }, true];
    const changed = nodesOf(input).flatMap(({ path, value }) => {
      if (typeof value !== "string" && typeof value !== "number") return [];
      if (Object.keys(sample.open ?? {}).some((key) => keyOf(path).startsWith(key))) return [];
      return operators.map((operator) => ({
        what: `${path.join(".")} = ${JSON.stringify(operator)}`,
        input: withNode(input, path, operator),
      }));
    });
    expect(await tryAll(call, changed, ["INVALID"])).toEqual([]);
  });

  it("refuses what is no payload at all", async () => {
    const nonsense: Json[] = [null, [], "", 0, true, [[]], "{}", { a: { b: {} } }];
    const changed = nonsense.map((input) => ({ what: JSON.stringify(input), input }));
    expect(await tryAll(call, changed, ["INVALID"])).toEqual([]);
  });
});

function keyOf(path: Path): string {
  return path.filter((part) => typeof part === "string").join(".");
}

/** The keys that an object of the sample may really have. */
function keysOfObject(call: Call, path: Path): ReadonlySet<string> {
  const prefix = keyOf(path) === "" ? "" : `${keyOf(path)}.`;
  return new Set(
    keysOf(call.input).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
  );
}

function comma(value: object): string {
  return Object.keys(value).length === 0 ? "" : ",";
}
