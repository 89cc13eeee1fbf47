import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { temporaryHome } from "../../scripts/cluster-account.mjs";
import { ensureDatabase, openCluster } from "../../scripts/embedded-postgres.mjs";
import { migrateDatabase } from "../../scripts/migrate";
import { templateName } from "./test-database";

/** What a test file needs to clone its own database. */
export type TestCluster = { port: number; ownerPassword: string; webPassword: string };

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

// Speed over safety: a test cluster is thrown away. A time zone of its own shows code that leans on one.
const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "timezone=America/New_York"];

/** One PostgreSQL for the whole run, with the migrations applied once; stopped and removed at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryHome("portal-tests-");
  const ownerPassword = randomBytes(16).toString("hex");
  const webPassword = randomBytes(16).toString("hex");
  const cluster = await openCluster(home, ownerPassword, { settings, logName: "postgres-tests" });
  await ensureDatabase(cluster, templateName);
  await migrateDatabase(cluster.urlOf(templateName), webPassword);
  project.provide("cluster", { port: cluster.port, ownerPassword, webPassword });
  return async () => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
