import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { Actor, Scope } from "./actor";
import { env } from "./env";

/** A transaction already limited to what the actor may see. */
export type Tx = Prisma.TransactionClient;

export type Isolation = "Serializable" | "ReadCommitted" | "RepeatableRead";

let client: PrismaClient | undefined;

function database(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().WEB_DATABASE_URL,
      // The driver reads every time as UTC, whatever zone the server speaks; so it must speak UTC.
      options: "-c timezone=UTC",
      max: env().DATABASE_POOL,
      idle_in_transaction_session_timeout: 15_000,
      statement_timeout: 30_000,
      connectionTimeoutMillis: 5_000,
    }),
  });
  return client;
}

/** Closes the connections, at the end of a script or a test. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}

type Limits = { scope: Scope; actor: Actor; isReadOnly: boolean; isolation: Isolation };

/** Opens one transaction as the scope's database role with the visible unions set, then runs. */
export function inScope<Result>(limits: Limits, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { scope, actor, isReadOnly, isolation } = limits;
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`select
        set_config('transaction_read_only', ${isReadOnly ? "on" : "off"}, true),
        set_config('app.unions', ${`{${scope.unions.join(",")}}`}, true),
        set_config('app.person', ${actor.personId?.toString() ?? ""}, true),
        set_config('app.account', ${actor.accountId?.toString() ?? ""}, true),
        set_config('role', ${scope.role}, true)`;
      return run(tx);
    },
    { isolationLevel: Prisma.TransactionIsolationLevel[isolation], maxWait: 5_000, timeout: 60_000 },
  );
}

/** The gate's own transaction: sign-in, sessions, refusal lines, sealing. Only lib/server calls it. */
export function asGate<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('role', 'portal_gate', true)`;
      return run(tx);
    },
    { maxWait: 5_000, timeout: 30_000 },
  );
}
