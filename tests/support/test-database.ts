import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

/** The migrated database that every test database is a copy of. */
export const templateName = "portal_template";

export type TestDatabase = { ownerUrl: string; webUrl: string };

/**
 * Gives the calling test file a freshly migrated database of its own and points the environment at it, so
 * call it before the first use of the gate. The database is dropped after the file's last test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { port, ownerPassword, webPassword } = inject("cluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const addressOf = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const maintenanceUrl = addressOf("portal_owner", ownerPassword, "postgres");

  await asOwner(maintenanceUrl, `create database ${name} template ${templateName} strategy file_copy`);
  afterAll(() => asOwner(maintenanceUrl, `drop database if exists ${name} with (force)`));

  const database = {
    ownerUrl: addressOf("portal_owner", ownerPassword, name),
    webUrl: addressOf("portal_web", webPassword, name),
  };
  process.env["DATABASE_URL"] = database.ownerUrl;
  process.env["WEB_DATABASE_URL"] = database.webUrl;
  return database;
}

/** Runs one statement as the owner, outside the gate: for looking at what is really stored. */
export async function asOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
