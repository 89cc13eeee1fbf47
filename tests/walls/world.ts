import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/server/actor";
import { permissions } from "@/lib/server/permissions";
import type { TestDatabase } from "../support/test-database";

type Place = { id: number; path: number[]; level: "DISTRICT" | "DIRECT" | "GRASSROOTS" };

/** A district with two direct unions; the first has two grassroots unions, the second one. */
const places: readonly Place[] = [
  { id: 1, path: [1], level: "DISTRICT" },
  { id: 2, path: [1, 2], level: "DIRECT" },
  { id: 3, path: [1, 3], level: "DIRECT" },
  { id: 4, path: [1, 2, 4], level: "GRASSROOTS" },
  { id: 5, path: [1, 2, 5], level: "GRASSROOTS" },
  { id: 6, path: [1, 3, 6], level: "GRASSROOTS" },
];

export const unionIds: readonly number[] = places.map((place) => place.id);

/** Where the people of the matrix hold their role: once at the bottom, once in the middle. */
export const homes = [4, 2] as const;

/** Every role of the portal. */
export const roles: readonly Role[] = Object.values(Role);

/** The business day of all wall tests. */
export const today = "2026-10-15";

export type World = {
  /** The owner's connection, outside every wall. */
  owner: pg.Client;
  /** Somebody who holds one role in one union; the same person each time. */
  actor: (role: Role, unionId: number) => Actor;
  /** A person without an account, for payloads. */
  personId: (unionId: number) => string;
};

/** A word that stands in everything the tests write for a union, and so betrays it wherever it appears. */
export function canary(unionId: number): string {
  return `密标${"零甲乙丙丁戊己"[unionId] ?? "庚"}号`;
}

/** The unions in the subtree of one. */
export function subtreeOf(unionId: number): number[] {
  return places.flatMap((place) => (place.path.includes(unionId) ? [place.id] : []));
}

/** The unions above one. */
export function unionsAbove(unionId: number): number[] {
  return places.find(({ id }) => id === unionId)?.path.filter((id) => id !== unionId) ?? [];
}

/** Builds the district with a person and an account for every role in every union. */
export async function buildWorld(database: TestDatabase): Promise<World> {
  process.env["DATA_DIR"] = mkdtempSync(path.join(os.tmpdir(), "portal-walls-"));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  for (const { id, path: steps, level } of places) {
    await owner.query(
      "insert into trade_union (id, parent_id, path, level, name) values ($1, $2, $3, $4, $5)",
      [id, steps.at(-2) ?? null, steps, level, `${canary(id)}工会`],
    );
  }
  await owner.query("select setval('trade_union_id_seq', 100)");
  const actors = new Map<string, Actor>();
  for (const unionId of unionIds) {
    for (const role of roles) actors.set(`${role}@${unionId}`, await makeActor(owner, role, unionId));
  }
  const persons = new Map<number, string>();
  for (const unionId of unionIds) persons.set(unionId, await makePerson(owner, `${canary(unionId)}会员`));
  return {
    owner,
    actor: (role, unionId) => known(actors.get(`${role}@${unionId}`)),
    personId: (unionId) => known(persons.get(unionId)),
  };
}

async function makePerson(owner: pg.Client, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "insert into person (name) values ($1) returning id::text",
    [name],
  );
  return known(rows[0]).id;
}

async function makeActor(owner: pg.Client, role: Role, unionId: number): Promise<Actor> {
  const name = `${actsForDistrict(role) ? "区级" : canary(unionId)}${role}`;
  const personId = await makePerson(owner, name);
  const { rows } = await owner.query<{ id: string }>(
    "insert into account (login, person_id, status) values ($1, $2, 'ACTIVE') returning id::text",
    [`${role.toLowerCase().replaceAll("_", "-")}.${unionId}`, personId],
  );
  await owner.query(
    "insert into role_grant (person_id, union_id, role, starts_on, reason) values ($1, $2, $3::role, '2020-01-01', '任命')",
    [personId, unionId, role],
  );
  return {
    accountId: BigInt(known(rows[0]).id),
    personId: BigInt(personId),
    name,
    grants: [{ role, unionId, unionName: `${canary(unionId)}工会`, above: [], subtree: subtreeOf(unionId) }],
    sessionId: null,
    systemReason: null,
  };
}

// Who decides for the whole district signs with a name that the whole district may read.
function actsForDistrict(role: Role): boolean {
  return Object.values(permissions).some((grants) =>
    Object.entries(grants).some(([one, reach]) => one === role && reach === "district"),
  );
}

/** The value, or a failed test. */
export function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("the world of the wall tests is incomplete");
  return value;
}

// Queue, chain and history are written by refusals and jobs too; everything else must stay as it is.
const unwatched = new Set(["audit_entry", "audit_seal", "_prisma_migrations"]);

/** Row counts and checksums of every table, as one text to compare. */
export async function fingerprint(owner: pg.Client): Promise<string> {
  const { rows: tables } = await owner.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' order by 1",
  );
  const parts = tables
    .filter(({ tablename }) => !unwatched.has(tablename))
    .map(
      ({ tablename }) =>
        `select '${tablename}' name, count(*)::text rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text sum from ${tablename} t`,
    );
  const { rows } = await owner.query<{ name: string; rows: string; sum: string }>(parts.join(" union all "));
  return rows.map((row) => `${row.name} ${row.rows} ${row.sum}`).join("\n");
}
