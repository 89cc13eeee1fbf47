import type { Client } from "pg";
import { enterBudget } from "@/lib/budget/commands/enter-budget";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { loadActor } from "@/lib/server/load-actor";
import { seedUnionId } from "./world";

/** An approved budget of the demo district, yuan by account. */
type SeedBudget = {
  union: string;
  /** The bookkeeper who enters it. */
  login: string;
  income: Readonly<Record<string, string>>;
  lines: Readonly<Record<string, string>>;
};

const budgets: readonly SeedBudget[] = [
  {
    // Income of 220,000.00 as the hospital union's own list states it.
    ...{ union: "区医院工会", login: "kuaiji" },
    income: { "401": "20000", "402": "160000", "405": "40000" },
    lines: {
      ...{ "50101": "10000", "50102": "80000", "50103": "8000", "50105": "120000" },
      ...{ "503": "20000", "504": "15000", "505": "15000", "507": "12000" },
    },
  },
  {
    ...{ union: "妇幼保健院工会", login: "kuaiji" },
    income: { "401": "6000", "402": "54000" },
    lines: { "50102": "15000", "50105": "28000", "503": "6000", "505": "8000", "507": "5000" },
  },
  {
    ...{ union: "第一小学工会", login: "xxkuaiji" },
    income: { "401": "18000", "402": "360000", "405": "8000", "408": "2000" },
    lines: { "501": "260000", "503": "40000", "504": "30000", "505": "20000", "507": "20000" },
  },
];

/** The person behind a demo login, as the gate knows them. */
export async function seedActor(owner: Client, login: string): Promise<Actor> {
  const found = await owner.query<{ id: string }>("select id from account where login = $1", [login]);
  const actor = await loadActor(BigInt(found.rows[0]?.id ?? 0));
  if (actor === null) throw new Error(`no demo account ${login}`);
  return actor;
}

/** Enters the approved budgets of 2026 as the bookkeepers would. */
export async function seedBudgets(owner: Client): Promise<void> {
  for (const { union, login, income, lines } of budgets) {
    const rows = (amounts: Readonly<Record<string, string>>) =>
      Object.entries(amounts).map(([accountCode, amount]) => ({ accountCode, amount }));
    const budget = {
      ...{ unionId: seedUnionId(union), year: 2026, approvedOn: "2026-01-15" },
      approvalNo: "示工财〔2026〕3号",
      ...{ income: rows(income), lines: rows(lines) },
    };
    await runCommand(enterBudget, await seedActor(owner, login), budget, { today: "2026-01-15" });
  }
}
