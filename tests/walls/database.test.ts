import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/lib/server/actor";
import { closeDatabase, inScope, type Tx } from "@/lib/server/db";
import { type TestDatabase, templateName, testDatabase } from "../support/test-database";
import { commonRows, globalTables, reviewedFunctions, scopedTables } from "./tables";
import { buildWorld, canary, unionIds, type World } from "./world";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database);
});

afterAll(async () => {
  await world.owner.end();
  await closeDatabase();
});

async function asWeb<Row extends pg.QueryResultRow>(
  run: (client: pg.Client) => Promise<Row[]>,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.webUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

describe("every table", () => {
  it("of the schema stands in exactly one of the two lists", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      "select tablename name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
    );
    const listed = [...scopedTables, ...Object.keys(globalTables)];
    expect(rows.map((row) => row.name)).toEqual([...listed].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("with a union is scoped", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      "select table_name name from information_schema.columns where table_schema = 'public' and column_name = 'union_id'",
    );
    const loose = rows
      .map((row) => row.name)
      .filter((name) => !scopedTables.includes(name) && !(name in globalTables));
    expect(loose).toEqual([]);
    expect(rows.map((row) => row.name).filter((name) => name in globalTables)).toEqual(["audit_entry"]);
  });

  it("that is scoped has forced row-level security and policies", async () => {
    const { rows } = await world.owner.query<{
      name: string;
      on: boolean;
      forced: boolean;
      policies: number;
    }>(
      `select c.relname name, c.relrowsecurity "on", c.relforcerowsecurity forced,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relname = any ($1)`,
      [scopedTables],
    );
    expect(rows.filter((row) => !row.on || !row.forced || row.policies === 0)).toEqual([]);
    expect(rows).toHaveLength(scopedTables.length);
  });

  it("that a scoped role may read and that knows unions has no policy open to all of them", async () => {
    const { rows } = await world.owner.query<{ table: string; policy: string }>(
      `select tablename "table", policyname policy from pg_policies
       where schemaname = 'public' and roles && array['portal_scoped', 'public']::name[]
         and cmd in ('ALL', 'SELECT', 'UPDATE', 'DELETE') and (qual is null or qual = 'true')`,
    );
    expect(rows).toEqual([]);
  });

  it("belongs to nobody who signs in", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select c.relname name from pg_class c join pg_roles r on r.oid = c.relowner
       where r.rolname like 'portal\\_%' and r.rolname <> 'portal_owner'`,
    );
    expect(rows).toEqual([]);
  });
});

describe("the roles of the web process", () => {
  it("have no power over the server", async () => {
    const { rows } = await world.owner.query(
      `select rolname from pg_roles where rolname in ('portal_web', 'portal_scoped', 'portal_district', 'portal_gate')
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
    );
    expect(rows).toEqual([]);
  });

  it("can call no function that acts with its owner's rights, but the reviewed ones", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select p.proname name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
         and (has_function_privilege('portal_scoped', p.oid, 'execute') or has_function_privilege('portal_web', p.oid, 'execute'))`,
    );
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(reviewedFunctions).sort());
  });

  it("cannot put a table of their own in the way of such a function, nor make temporary ones at all", async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `select p.proname name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
         and p.proconfig is distinct from array['search_path=pg_catalog, public, pg_temp']`,
    );
    expect(rows).toEqual([]);
    // Rights on a database are not copied to its clones, so the migrated one is asked.
    const { rows: may } = await world.owner.query(
      "select has_database_privilege('portal_web', $1, 'temporary') temp",
      [templateName],
    );
    expect(may).toEqual([{ temp: false }]);
  });

  it("can make nothing in the schemas", async () => {
    for (const schema of ["public", "pgboss"]) {
      const { rows } = await world.owner.query<{ may: boolean }>(
        `select bool_or(has_schema_privilege(r, $1, 'create')) may
         from unnest(array['portal_web', 'portal_scoped', 'portal_district', 'portal_gate']) r`,
        [schema],
      );
      expect(rows[0]?.may).toBe(false);
    }
  });

  it("read nothing at all without a role", async () => {
    for (const table of [...scopedTables, ...Object.keys(globalTables)]) {
      await expect(
        asWeb(async (client) => (await client.query(`select * from public.${table} limit 1`)).rows),
        table,
      ).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("read no row of a scoped table when the role is set and the unions are not", async () => {
    for (const table of scopedTables) {
      const rows = await asWeb(async (client) => {
        await client.query("begin");
        await client.query("set local role portal_scoped");
        const { rows: count } = await client
          .query<{ n: number }>(
            `select count(*)::int n from ${table} where not (${commonRows[table] ?? "false"})`,
          )
          .catch((error: unknown) => {
            if (error instanceof pg.DatabaseError && error.code === "42501") return { rows: [{ n: 0 }] };
            throw error;
          });
        return count;
      });
      expect({ table, rows: rows[0]?.n }).toEqual({ table, rows: 0 });
    }
  });

  it("cannot keep a role beyond the transaction", async () => {
    const rows = await asWeb(async (client) => {
      await client.query("begin");
      await client.query(
        "select set_config('role', 'portal_district', true), set_config('app.unions', '{1,2,3}', true)",
      );
      await client.query("commit");
      return (await client.query("select current_user::text who, current_setting('app.unions', true) unions"))
        .rows;
    });
    expect(rows).toEqual([{ who: "portal_web", unions: "" }]);
  });

  it("read no password, no secret of a session, link or token in a union's name", async () => {
    const secrets = [
      ["account", "password_hash"],
      ["auth_session", "token_hash"],
      ["one_time_link", "token_hash"],
      ["api_token", "token_hash"],
    ];
    for (const role of ["portal_scoped", "portal_district"]) {
      for (const [table, column] of secrets) {
        const attempt = asWeb(async (client) => {
          await client.query("begin");
          await client.query(`set local role ${role}`);
          return (await client.query(`select ${column} from ${table}`)).rows;
        });
        await expect(attempt, `${role} ${table}.${column}`).rejects.toMatchObject({ code: "42501" });
      }
    }
  });
});

function scoped<Result>(unionId: number, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const actor = world.actor("CHAIR", unionId);
  const scope: Scope = { role: "portal_scoped", unions: [unionId] };
  return inScope({ scope, actor, isReadOnly: true, isolation: "ReadCommitted" }, run);
}

describe("a read that forgot its filter", () => {
  it("shows the own union only", async () => {
    const names = await scoped(4, (tx) => tx.tradeUnion.findMany({ select: { name: true } }));
    expect(names).toEqual([{ name: `${canary(4)}工会` }]);
    const grants = await scoped(4, (tx) => tx.roleGrant.findMany({ select: { unionId: true } }));
    expect(new Set(grants.map((grant) => grant.unionId))).toEqual(new Set([4]));
  });

  it("shows nothing foreign through a hand-written statement either", async () => {
    const rows = await scoped(
      4,
      (tx) => tx.$queryRaw<{ union_id: number }[]>`select union_id from role_grant`,
    );
    expect(new Set(rows.map((row) => row.union_id))).toEqual(new Set([4]));
  });

  it("cannot write in a transaction that only reads", async () => {
    await expect(
      scoped(4, (tx) => tx.$executeRaw(Prisma.sql`update trade_union set name = 'x' where id = 4`)),
    ).rejects.toThrow("read-only transaction");
  });

  it("never mixes unions when two thousand reads share a few connections", { timeout: 120_000 }, async () => {
    const foreign: string[] = [];
    const readers = Array.from({ length: 40 }, async (_, reader) => {
      for (let round = 0; round < 50; round += 1) {
        const unionId = unionIds[(reader + round) % unionIds.length] ?? 1;
        const rows = await scoped(unionId, (tx) => tx.tradeUnion.findMany({ select: { id: true } }));
        if (rows.length !== 1 || rows[0]?.id !== unionId) foreign.push(`${unionId}: ${JSON.stringify(rows)}`);
      }
    });
    await Promise.all(readers);
    expect(foreign).toEqual([]);
  });
});
