import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/lib/server/db";
import { testDatabase } from "../support/test-database";
import { type Call, calls, expectationFor, type Outcome, outcomeOf, visibleTo } from "./calls";
import { withoutRecords } from "./payload";
import { type Sample, samples } from "./samples";
import {
  buildWorld,
  canary,
  fingerprint,
  homes,
  known,
  roles,
  subtreeOf,
  unionIds,
  unionsAbove,
  type World,
} from "./world";

// Every command and query of the catalogue, by every role, held at the bottom and in the middle of the tree, about its
// own union, its parent, its child, its sibling and a foreign one.

let world: World;
let cells = 0;

beforeAll(async () => {
  world = await buildWorld(await testDatabase());
});

afterAll(async () => {
  await world.owner.end();
  await closeDatabase();
});

const grid = homes.flatMap((home) => roles.map((role) => ({ role, home })));

function sampleOf(call: Call): Sample {
  return known(samples[call.name]);
}

it("has a sample for every command and query", () => {
  expect(calls.map((call) => call.name).filter((name) => samples[name] === undefined)).toEqual([]);
});

describe.each(calls.filter((call) => samples[call.name] !== undefined))("$kind $name", (call) => {
  it("is refused to every role without the permission, and for every union out of reach", async () => {
    const surprises: string[] = [];
    const inputs = new Map<number, Awaited<ReturnType<Sample["input"]>>>();
    for (const target of unionIds)
      inputs.set(target, await sampleOf(call).input(world, target, world.actor("UNIT_ADMIN", target)));
    const before = await fingerprint(world.owner);
    for (const { role, home } of grid) {
      for (const target of unionIds) {
        const expected = expectationIn(call, role, home, target);
        if (expected === "ALLOWED") continue;
        cells += 1;
        const input = known(inputs.get(target));
        const outcome = await outcomeOf(call, world.actor(role, home), input);
        const visible = visibleTo(call.permission, role, home);
        const surprise = surpriseIn(outcome, expected, {
          visible,
          passesOver: sampleOf(call).passesOver ?? false,
        });
        if (surprise !== null) surprises.push(`${role}@${home} → ${target}: ${surprise}`);
        if (expected !== "NOT_FOUND" || target === home || sampleOf(call).passesOver) continue;
        const nowhere = await outcomeOf(call, world.actor(role, home), withoutRecords(input));
        if (nowhere.code !== outcome.code || nowhere.message !== outcome.message)
          surprises.push(
            `${role}@${home} → ${target}: tells foreign (${outcome.message}) from absent (${nowhere.message})`,
          );
      }
    }
    expect(surprises).toEqual([]);
    expect(await fingerprint(world.owner)).toBe(before);
  });

  it("works for the roles that hold the permission, and shows them no other union", async () => {
    const surprises: string[] = [];
    let done = 0;
    for (const { role, home } of grid) {
      for (const target of unionIds) {
        if (expectationIn(call, role, home, target) !== "ALLOWED") continue;
        cells += 1;
        const input = await sampleOf(call).input(world, target, world.actor(role, home));
        const outcome = await outcomeOf(call, world.actor(role, home), input);
        if (outcome.code === "DONE") done += 1;
        const isNarrower = outcome.code === "NOT_FOUND" && sampleOf(call).narrower !== undefined;
        if (["FAULT", "NOT_FOUND", "INVALID"].includes(outcome.code) && !isNarrower)
          surprises.push(`${role}@${home} → ${target}: ${outcome.code} ${outcome.message}`);
        const above = sampleOf(call).namesAbove === undefined ? [] : unionsAbove(target);
        const below = sampleOf(call).tellsBelow === undefined ? [] : subtreeOf(home);
        const leak = leakIn(outcome, [...visibleTo(call.permission, role, home), ...above, ...below]);
        if (leak !== null) surprises.push(`${role}@${home} → ${target}: ${leak}`);
      }
    }
    expect(surprises.slice(0, 10)).toEqual([]);
    expect(done).toBeGreaterThan(0);
  });
});

it("covered thousands of combinations", () => {
  const tested = calls.filter((call) => samples[call.name] !== undefined);
  expect(cells).toBe(tested.length * grid.length * unionIds.length);
});

function expectationIn(call: Call, role: (typeof roles)[number], home: number, target: number) {
  const expected = expectationFor(call.permission, role, home, target);
  return expected === "NOT_FOUND" && sampleOf(call).about === "COMMON" ? "ALLOWED" : expected;
}

function surpriseIn(
  outcome: Outcome,
  expected: "FORBIDDEN" | "NOT_FOUND",
  { visible, passesOver }: { visible: number[]; passesOver: boolean },
): string | null {
  if (outcome.code === expected) return null;
  if (expected === "NOT_FOUND" && outcome.code === "DONE" && passesOver) return leakIn(outcome, visible);
  return `expected ${expected}, was ${outcome.code} ${outcome.message}`;
}

function leakIn(outcome: Outcome, visible: number[]): string | null {
  const text = JSON.stringify(outcome.value) + outcome.message;
  const shown = unionIds.filter((id) => !visible.includes(id) && text.includes(canary(id)));
  return shown.length === 0 ? null : `shows union ${shown.join(", ")}`;
}
