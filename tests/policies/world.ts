import pg from "pg";
import type { Role } from "@/generated/prisma/enums";
import { policyDataSchema } from "@/lib/policies/model";
import { getPolicyData } from "@/lib/policies/queries";
import type { Facts } from "@/lib/policy/facts";
import { judge, type PolicyData } from "@/lib/policy/judge";
import type { Finding, Verdict } from "@/lib/policy/verdict";
import { type Actor, systemActor } from "@/lib/server/actor";
import { read } from "@/lib/server/query";
import { spendingRuleSet } from "@/lib/spending/rules/rule-sets";
import { seedPolicies } from "@/prisma/seed/policies";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

/** The unions of these tests: the mill and the bakery stand side by side below the district. */
export const MILL = 10;
export const BAKERY = 11;
export const DAY = "2026-06-10";

function person(personId: bigint, name: string, role: Role, unionId: number, unionName: string): Actor {
  return {
    ...{ accountId: null, personId, name, sessionId: null, systemReason: null },
    grants: [{ role, unionId, unionName, above: [], subtree: [unionId] }],
  };
}

export const finance = person(1n, "钱财务", "DISTRICT_FINANCE", 1, "示范区总工会");
export const otherFinance = person(2n, "孙财务", "DISTRICT_FINANCE", 1, "示范区总工会");
export const millChair = person(3n, "李主席", "CHAIR", MILL, "纺织厂工会");
export const millClaimant = person(4n, "周经办", "CLAIMANT", MILL, "纺织厂工会");
export const bakeryChair = person(5n, "吴主席", "CHAIR", BAKERY, "食品厂工会");
export const serviceCenter = person(6n, "郑中心", "SERVICE_CENTER", 1, "示范区总工会");

/** A database with the tree, its people and the first policy rows. */
export async function policyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  await asOwner(
    database.ownerUrl,
    `insert into trade_union (id, parent_id, path, level, name) values
      (1, null, '{1}', 'DISTRICT', '示范区总工会'), (${MILL}, 1, '{1,${MILL}}', 'GRASSROOTS', '纺织厂工会'),
      (${BAKERY}, 1, '{1,${BAKERY}}', 'GRASSROOTS', '食品厂工会')`,
  );
  await asOwner(
    database.ownerUrl,
    `insert into person (id, name) values (1, '钱财务'), (2, '孙财务'), (3, '李主席'), (4, '周经办'),
      (5, '吴主席'), (6, '郑中心')`,
  );
  await loadPolicies(database);
  return database;
}

/** Loads the first policy rows as every start does. */
export async function loadPolicies({ ownerUrl }: TestDatabase): ReturnType<typeof seedPolicies> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await seedPolicies(client);
  } finally {
    await client.end();
  }
}

/** The id of the last common version of a number. */
export async function lastVersion({ ownerUrl }: TestDatabase, code: string): Promise<string> {
  const rows = await asOwner<{ id: string }>(
    ownerUrl,
    "select id from policy_param where code = $1 and union_id is null order by starts_on desc limit 1",
    [code],
  );
  return rows[0]?.id ?? "";
}

/** The policy data as a person's form receives it. */
export async function dataFor(actor: Actor, unionId: number | null): Promise<PolicyData> {
  return policyDataSchema.parse(await read(actor, getPolicyData, { unionId }));
}

/** The policy data of the common rows. */
export function commonData(): Promise<PolicyData> {
  return dataFor(systemActor("测试读取"), null);
}

/** Judges a meal of some persons at some yuan in fen, as the mill's claim. */
export function mealVerdict(policy: PolicyData, facts: Facts, unionId = MILL, on = DAY): Verdict {
  return judge(spendingRuleSet, policy, { on, type: "MEAL", facts, unionId });
}

/** One rule's finding; the rule must have been asked. */
export function findingOf(verdict: Verdict, ruleId: string): Finding {
  const found = verdict.findings.find((each) => each.ruleId === ruleId);
  if (found === undefined) throw new Error(`${ruleId} was not judged`);
  return found;
}
