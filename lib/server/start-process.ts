import { watchConnections } from "./connection";
import { startJobs, stopJobs } from "./jobs";
import { log } from "./log";

/** What a server process does beside answering: it knows its callers' addresses and does the background work. */
export async function startProcess(): Promise<void> {
  watchConnections();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopJobs().catch((error: unknown) => log.error({ err: error }, "jobs did not stop cleanly"));
    });
  }
  await startJobs();
}
