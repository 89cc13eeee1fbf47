// Brings a database to the shape this version needs: migrations, job queues, the web role's password.
// Run with DATABASE_URL (owner) and optionally WEB_PASSWORD; the last line on stdout is a JSON outcome.
import { pathToFileURL } from "node:url";
import pg from "pg";
import PgBoss from "pg-boss";
import { queueNames } from "../lib/server/queues";
import { seedPolicies } from "../prisma/seed/policies";
import { applyMigrations } from "./migration-engine";

const webRole = "portal_web";
// pg-boss's own queue for timed jobs: it would create it at run time, but the web role may create nothing.
const timedJobsQueue = "__pgboss__send-it";

export type DatabaseOutcome = { applied: string[]; edited: string[]; hasAccounts: boolean };

/** Migrates one database as its owner and loads the first standards; the web role gets the password when one is given. */
export async function migrateDatabase(ownerUrl: string, webPassword?: string): Promise<DatabaseOutcome> {
  const { applied, edited } = await applyMigrations(ownerUrl);
  await createQueues(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await seedPolicies(client);
    if (webPassword !== undefined) await setWebPassword(client, webPassword);
    return { applied, edited, hasAccounts: await hasAccounts(client) };
  } finally {
    await client.end();
  }
}

async function createQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => {}); // Errors reach us through the awaited calls.
  await boss.start();
  try {
    const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const name of queueNames) if (!existing.has(name)) await boss.createQueue(name);
    const db = boss.getDb();
    await db.executeSql("select pgboss.create_queue($1, $2)", [timedJobsQueue, { policy: "standard" }]);
    await db.executeSql(queueGrants, []);
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
}

// Jobs are enqueued inside the business transaction, so every role that writes may add one and learn its number; what
// other jobs carry, whose they are and how they end is read by the worker alone.
const queueGrants = `
  grant usage on schema pgboss to portal_web, portal_gate, portal_scoped, portal_district;
  grant select, insert, update, delete on all tables in schema pgboss to portal_web, portal_gate;
  grant select on pgboss.queue to portal_scoped, portal_district;
  revoke all on pgboss.job from portal_scoped, portal_district;
  grant insert, select (id) on pgboss.job to portal_scoped, portal_district;
`;

async function setWebPassword(client: pg.Client, password: string): Promise<void> {
  await client.query(`alter role ${webRole} login password ${client.escapeLiteral(password)}`);
}

// Row-level security hides rows even from the owner, so an empty answer would prove nothing; a sequence
// that was never drawn from does.
async function hasAccounts(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(
    "select pg_sequence_last_value(pg_get_serial_sequence('account', 'id')::regclass) is not null as used",
  );
  return rows[0]?.used === true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const ownerUrl = process.env["DATABASE_URL"];
  if (ownerUrl === undefined) throw new Error("DATABASE_URL is not set");
  const outcome = await migrateDatabase(ownerUrl, process.env["WEB_PASSWORD"]);
  console.log(JSON.stringify(outcome));
}
