// "Has anything changed since?": a hash over sources, kept inside what was made from them, so that
// deleting the product also deletes the memory of having made it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

const buildInputs = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "prisma.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
];

/** What the production build is made from. */
export function buildHash() {
  return hashOf(buildInputs, process.versions.node);
}

/** What the database client is generated from. */
export function clientHash() {
  return hashOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
}

/** What the database's shape is made from. */
export function migrationsHash() {
  return hashOf([
    "prisma/migrations",
    // The first standards are loaded with the migrations.
    "prisma/seed/policies.ts",
    "lib/policy",
    "lib/policies/rules",
    "lib/server/queues.ts",
    "scripts/migrate.ts",
    "scripts/migration-engine.ts",
  ]);
}

/** True when the stamp in the product carries this hash. */
export function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Remembers that the product was made from this hash. */
export function stampFresh(stamp, hash) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(inputs, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const input of inputs) addTo(hash, input);
  return hash.digest("hex");
}

function addTo(hash, relative) {
  const full = path.join(root, relative);
  const entry = statSync(full, { throwIfNoEntry: false });
  if (entry === undefined) return;
  if (!entry.isDirectory()) {
    hash.update(relative).update("\0").update(readFileSync(full)).update("\0");
    return;
  }
  for (const name of readdirSync(full).sort()) addTo(hash, path.join(relative, name));
}
