// Applies the ordinary Prisma migrations without Prisma's engine download: the same engine from the npm
// registry as WebAssembly. It writes the ordinary _prisma_migrations table, so `prisma migrate deploy`
// continues from it elsewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const migrationsFolder = path.resolve(import.meta.dirname, "../prisma/migrations");
const lockfileName = "migration_lock.toml";
const nothingExcluded = { externalTables: [], externalEnums: [] };

export type MigrationOutcome = { applied: string[]; edited: string[] };

/**
 * Brings the database up to the last migration. Throws when a migration fails; `edited` names migrations
 * that were changed after they had been applied here.
 */
export async function applyMigrations(ownerUrl: string): Promise<MigrationOutcome> {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool));
  const engine = await engineBindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    const migrationsList = readMigrations();
    const before = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: nothingExcluded,
    });
    const outcome = await engine.applyMigrations({ migrationsList, filters: nothingExcluded });
    return { applied: outcome.appliedMigrationNames, edited: before.editedMigrationNames };
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * The adapter cuts scripts at every semicolon, which breaks function bodies; PostgreSQL takes the whole
 * script at once and runs it as one transaction, as the stock engine does.
 */
function wholeScripts(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    connection.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        console.error(error); // The engine passes on only that there was one.
        throw error;
      });
    };
    return connection;
  };
  return factory;
}

let loaded: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": { ...engineBindings, ...idleTimers() },
  });
  engineBindings.__wbg_set_wasm(instance.exports);
  const begin = instance.exports["__wbindgen_start"];
  if (typeof begin !== "function") throw new Error("the migration engine has no entry point");
  begin();
}

// The engine never clears the ten-second timer of its lock: it must not keep the process from ending.
function idleTimers(): WebAssembly.ModuleImports {
  const names = Object.keys(engineBindings).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const start = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref();
  return Object.fromEntries(names.map((name) => [name, start]));
}

function readMigrations() {
  const lockfile = path.join(migrationsFolder, lockfileName);
  const folders = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: { path: lockfileName, content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: folders.map((name) => ({ path: name, migrationFile: readMigration(name) })),
  };
}

function readMigration(folder: string) {
  const content = readFileSync(path.join(migrationsFolder, folder, "migration.sql"), "utf8");
  return { path: "migration.sql", content: { tag: "ok" as const, value: content } };
}
