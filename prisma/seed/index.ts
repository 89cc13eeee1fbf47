import pg from "pg";
import { seedLedger } from "./ledger";
import { seedPeople } from "./people";
import { seedWorld } from "./world";

/** Fills an empty database with the demo district. Needs DATABASE_URL (the owner) and the portal's own settings. */
export async function seedDemo(): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await owner.connect();
  try {
    await owner.query("begin");
    await seedWorld(owner);
    await seedPeople(owner);
    // Many people try the same demo account at once.
    await owner.query("update portal_setting set value = 50 where code = 'SESSIONS_PER_ACCOUNT'");
    await owner.query("commit");
    // From here on through the gate, as the officers themselves would.
    await seedLedger(owner);
  } finally {
    await owner.end();
  }
}
