import { randomUUID } from "node:crypto";
import PgBoss from "pg-boss";
import { toJson } from "@/lib/core/json";
import type { Tx } from "./db";
import { env } from "./env";
import { log } from "./log";
import { type QueueName, queueNames } from "./queues";
import { sealAudit } from "./seal-audit";
import { deliverMessages, purgeOld } from "./upkeep";

type Upkeep = { everySeconds: number; run: () => Promise<number> };

/** What runs by itself, at most once per interval in the whole installation however many processes there are. */
const upkeep: Record<QueueName, Upkeep> = {
  "seal-audit": { everySeconds: 5, run: sealAudit },
  "deliver-messages": { everySeconds: 5, run: deliverMessages },
  purge: { everySeconds: 3_600, run: purgeOld },
};

// A job whose process died is given up after a minute and run again.
const expireInSeconds = 60;
const retryAfterMs = 10_000;

let boss: PgBoss | undefined;
let timers: NodeJS.Timeout[] = [];

/**
 * Puts a job into a queue inside the business transaction, so that it exists exactly when the change does. Data are
 * ids only: the worker reads the rest through the gate.
 */
export async function enqueue(tx: Tx, name: QueueName, data: Record<string, string>): Promise<void> {
  const db = {
    // The one statement of the queue library, with its values bound; nothing of it comes from outside.
    executeSql: async (text: string, values: unknown[]) => ({
      rows: await tx.$queryRawUnsafe<{ id: string }[]>(text, ...values),
    }),
  };
  await openBoss().send(name, data, { id: randomUUID(), expireInSeconds, db });
}

function openBoss(): PgBoss {
  if (boss !== undefined) return boss;
  boss = new PgBoss({
    connectionString: env().WEB_DATABASE_URL,
    application_name: "portal-jobs",
    max: 2,
    // The owner creates schema and queues with the migrations; this process may not.
    migrate: false,
    schedule: false,
    // Must cover the longest interval, since done jobs are what keeps another process from repeating them.
    archiveCompletedAfterSeconds: 2 * 3_600,
    deleteAfterHours: 1,
  });
  boss.on("error", (error) => log.error({ err: error }, "queue"));
  return boss;
}

/**
 * Starts the workers of this process. Killed and started again, it goes on with what is in the queues; while the
 * database is not there yet, it keeps trying, so that the pages can already say so.
 */
export async function startJobs(): Promise<void> {
  try {
    await startWorkers(await openBoss().start());
  } catch (error) {
    log.error({ err: error }, "jobs could not start; trying again");
    boss = undefined;
    timers.push(setTimeout(startJobs, retryAfterMs));
  }
}

async function startWorkers(queue: PgBoss): Promise<void> {
  for (const name of queueNames) {
    const { everySeconds, run } = upkeep[name];
    await queue.work(name, { pollingIntervalSeconds: 2 }, async () => {
      const count = await run();
      if (count > 0) log.debug({ job: name, count: toJson(count) }, "job done");
    });
    const tick = () => {
      queue
        .send(name, {}, { singletonSeconds: everySeconds, expireInSeconds, retryLimit: 0 })
        .catch((error: unknown) => log.error({ err: error, job: name }, "job could not be queued"));
    };
    tick();
    timers.push(setInterval(tick, everySeconds * 1_000));
  }
}

/** Stops taking jobs and lets the running ones end. */
export async function stopJobs(): Promise<void> {
  for (const timer of timers) clearInterval(timer);
  timers = [];
  await boss?.stop({ graceful: true, timeout: 10_000 });
  boss = undefined;
}
