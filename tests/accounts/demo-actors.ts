import { afterAll, beforeAll } from "vitest";
import type { Actor } from "@/lib/server/actor";
import { closeDatabase } from "@/lib/server/db";
import { loadActor } from "@/lib/server/load-actor";
import { seedDistrictOnly } from "../../prisma/seed/index";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

/** The demo district in a database of the calling file's own, its people by login, and what is really stored. */
export function demoDistrict() {
  let database: TestDatabase | undefined;
  const sql = (text: string, values: unknown[] = []) => {
    if (database === undefined) throw new Error("the demo district is not there yet");
    return asOwner<Record<string, unknown>>(database.ownerUrl, text, values);
  };
  beforeAll(async () => {
    database = await testDatabase();
    await seedDistrictOnly();
  });
  afterAll(closeDatabase);
  return {
    sql,
    async actorOf(login: string): Promise<Actor> {
      const [row] = await sql("select id from account where login = $1", [login]);
      const actor = await loadActor(BigInt(String(row?.["id"])));
      if (actor === null) throw new Error(`no account ${login}`);
      return actor;
    },
  };
}
