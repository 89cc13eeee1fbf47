import pg from "pg";
import { seedBudgets } from "./budget";
import { seedLedger } from "./ledger";
import { seedPeople } from "./people";
import { seedSpending } from "./spending";
import { seedWorld } from "./world";

/** Fills an empty database with the demo district. Needs DATABASE_URL (the owner) and the portal's own settings. */
export async function seedDemo(): Promise<void> {
  await asOwner(async (owner) => {
    await seedDistrict(owner);
    // From here on through the gate, as the officers themselves would.
    await seedLedger(owner);
    await seedBudgets(owner);
    await seedSpending(owner);
  });
}

/** The demo's unions, people and accounts alone, for tests that need nothing else. */
export async function seedDistrictOnly(): Promise<void> {
  await asOwner(seedDistrict);
}

async function seedDistrict(owner: pg.Client): Promise<void> {
  await owner.query("begin");
  await seedWorld(owner);
  await seedPeople(owner);
  // Many people try the same demo account at once.
  await owner.query("update portal_setting set value = 50 where code = 'SESSIONS_PER_ACCOUNT'");
  await owner.query("commit");
}

async function asOwner(run: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await owner.connect();
  try {
    await run(owner);
  } finally {
    await owner.end();
  }
}
