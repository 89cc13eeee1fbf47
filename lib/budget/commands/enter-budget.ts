import { now, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import type { BudgetAmount } from "../model";
import { enterBudgetInput } from "../schema";

/** A budget as approved, in fen; income by account, of which the total is kept. */
export type NewBudget = {
  unionId: number;
  year: number;
  approvedOn: string;
  approvalNo: string;
  income: readonly BudgetAmount[];
  lines: readonly BudgetAmount[];
  enteredById: bigint | null;
};

/** Enters the approved budget of a union and year; a budget already in force is kept as an earlier revision. */
export const enterBudget = defineCommand({
  name: "budget.enterBudget",
  label: "录入批复预算",
  permission: "budget.enter",
  input: enterBudgetInput,
  async run(tx, input, context) {
    context.requireUnion(input.unionId);
    const amounts = (rows: typeof input.lines) =>
      rows.map(({ accountCode, amount }) => ({ accountCode, amountFen: amount }));
    const budget: NewBudget = {
      ...{ unionId: input.unionId, year: input.year },
      ...{ approvedOn: input.approvedOn, approvalNo: input.approvalNo },
      income: amounts(input.income),
      lines: amounts(input.lines),
      enteredById: context.actor.personId,
    };
    return enterBudgetIn(tx, budget, context.today);
  },
});

/** Writes a budget inside the caller's transaction; refuses accounts outside the chart and a future approval. */
export async function enterBudgetIn(tx: Tx, budget: NewBudget, today: string) {
  const { unionId, year, income, lines } = budget;
  if (budget.approvedOn > today) {
    throw new Refusal("INVALID", "批复日期不能晚于今天", [{ path: "approvedOn", message: "不能晚于今天" }]);
  }
  await requireAccounts(tx, budget);
  const incomeFen = income.reduce((sum, line) => sum + line.amountFen, 0n);
  const earlier = await tx.budget.findFirst({
    where: { unionId, year, supersededAt: null },
    select: {
      id: true,
      revision: true,
      incomeFen: true,
      lines: { select: { accountCode: true, amountFen: true } },
    },
  });
  if (earlier !== null) {
    await tx.budget.updateMany({
      where: { id: earlier.id, supersededAt: null },
      data: { supersededAt: now() },
    });
  }
  const { id, revision } = await tx.budget.create({
    data: {
      ...{ unionId, year, incomeFen, enteredById: budget.enteredById },
      revision: (earlier?.revision ?? 0) + 1,
      approvedOn: toDbDate(budget.approvedOn),
      approvalNo: budget.approvalNo === "" ? null : budget.approvalNo,
    },
    select: { id: true, revision: true },
  });
  await tx.budgetLine.createMany({
    data: lines.map((line) => ({ ...line, budgetId: id, unionId })),
  });
  return {
    value: { id: id.toString(), revision },
    audit: {
      subject: `budget:${id}`,
      unionId,
      detail: toJson({
        year,
        old: earlier && { revision: earlier.revision, incomeFen: earlier.incomeFen, lines: earlier.lines },
        new: { revision, incomeFen, income, lines, approvalNo: budget.approvalNo },
      }),
    },
  };
}

async function requireAccounts(tx: Tx, { unionId, income, lines }: NewBudget): Promise<void> {
  const union = await tx.tradeUnion.findUnique({ where: { id: unionId }, select: { level: true } });
  if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
  const known = await tx.ledgerAccount.findMany({
    where: { chart: union.level === "DISTRICT" ? "DISTRICT" : "GRASSROOTS" },
    select: { code: true },
  });
  const codes = new Set(known.map((account) => account.code));
  const fields = [
    ...income.map((line, index) => ({ line, path: `income.${index}.accountCode` })),
    ...lines.map((line, index) => ({ line, path: `lines.${index}.accountCode` })),
  ].flatMap(({ line, path }) =>
    codes.has(line.accountCode)
      ? []
      : [{ path, message: `科目 ${line.accountCode} 不在本单位的会计科目表中` }],
  );
  if (fields[0]) throw new Refusal("INVALID", fields[0].message, fields);
}
