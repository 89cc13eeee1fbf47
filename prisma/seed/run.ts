import { closeDatabase } from "@/lib/server/db";
import { seedDemo } from "./index";
import { seedAccountTable } from "./people";

await seedDemo();
await closeDatabase();
process.stdout.write(`${JSON.stringify({ accounts: seedAccountTable() })}\n`);
