// `npm run bench`: the speed figures of this machine, each beside its floor from the same run. `--json` prints one
// figure a line. Needs nothing running; starts its own database and site with the demo district and removes them.

import { type Figure, tableOf } from "./bench-figure";
import { withJourneyPortal } from "./journey-portal.mjs";

const asJson = process.argv.includes("--json");
const figures: Figure[] = [];

function report(measured: readonly Figure[]): void {
  figures.push(...measured);
  if (asJson) for (const each of measured) process.stdout.write(`${JSON.stringify(each)}\n`);
  else for (const each of measured) process.stderr.write(`  ${each.name}：${each.value} ${each.unit}\n`);
}

await withJourneyPortal(async (seen, { database, env, server }) => {
  // The settings of this run's portal must stand before the gate is loaded.
  Object.assign(process.env, env, { ORIGIN: seen.ORIGIN, DATABASE_POOL: "8" });
  const { measureLedger } = await import("./bench-ledger");
  const { measurePages, measureMemory } = await import("./bench-web");
  const { measureVerdicts } = await import("./bench-verdict");
  const { closeDatabase } = await import("@/lib/server/db");
  const accounts: { login: string; password: string }[] = JSON.parse(seen.DEMO_ACCOUNTS).accounts;
  const password = accounts[0]?.password ?? "";
  report(measureMemory(server.pid ?? 0));
  report(measureVerdicts());
  report(await measureLedger(database.ownerUrl));
  await closeDatabase();
  report(await measurePages({ origin: seen.ORIGIN, login: "kuaiji", password }));
});

if (!asJson) process.stdout.write(`\n${tableOf(figures)}\n`);
if (figures.some((each) => each.met === false)) process.exitCode = 1;
