import { Refusal } from "@/lib/core/errors";
import { parseYuan } from "@/lib/core/money";
import { type Cell, readWorkbook } from "@/lib/exchange/sheet";
import { defineCommand } from "@/lib/server/command";
import { loadUpload } from "@/lib/server/files";
import type { BudgetAmount } from "../model";
import { importBudgetInput } from "../schema";
import { enterBudgetIn } from "./enter-budget";

/** Reads a table of two columns, account and yuan, as people keep it; other rows and totals are passed over. */
export const importBudget = defineCommand({
  name: "budget.importBudget",
  label: "导入批复预算",
  permission: "budget.enter",
  input: importBudgetInput,
  async run(tx, input, context) {
    context.requireUnion(input.unionId);
    const { sheets } = await readWorkbook(await loadUpload(context.actor, input.ticket));
    const amounts = new Map<string, bigint>();
    for (const { number, cells } of sheets[0]?.rows ?? []) {
      const line = lineOf(cells, number);
      if (line === null) continue;
      if (amounts.has(line.accountCode)) {
        throw new Refusal("INVALID", `第 ${number} 行科目 ${line.accountCode} 重复，没有导入`);
      }
      amounts.set(line.accountCode, line.amountFen);
    }
    const rows = [...amounts].map(([accountCode, amountFen]) => ({ accountCode, amountFen }));
    const lines = rows.filter((row) => row.accountCode.startsWith("5"));
    if (lines.length === 0) {
      throw new Refusal("INVALID", "没有读到支出预算行：第一列写科目编码（5 开头），其后一列写金额（元）");
    }
    const { unionId, year, approvedOn, approvalNo } = input;
    const income = rows.filter((row) => row.accountCode.startsWith("4"));
    const enteredById = context.actor.personId;
    return enterBudgetIn(
      tx,
      { unionId, year, approvedOn, approvalNo, income, lines, enteredById },
      context.today,
    );
  },
});

/** A budget line of a row: its first cell begins with an account code, the next amount is the budget. */
function lineOf(cells: readonly Cell[], number: number): BudgetAmount | null {
  const code = /^\s*([45]\d{2,11})(?=\D|$)/u.exec(String(cells[0] ?? ""))?.[1];
  if (code === undefined) return null;
  const amountFen =
    cells
      .slice(1)
      .map((cell) => parseYuan(String(cell ?? "")))
      .find((amount) => amount !== null) ?? null;
  if (amountFen === null || amountFen < 0n) {
    throw new Refusal("INVALID", `第 ${number} 行科目 ${code} 的金额没有读出，没有导入`);
  }
  return { accountCode: code, amountFen };
}
