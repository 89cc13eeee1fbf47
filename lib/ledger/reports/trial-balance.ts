import { defineQuery } from "@/lib/server/query";
import { balanceOf, type Turnover } from "../model";
import { unionBooks } from "../queries";
import { periodInput, unionInput } from "../schema";
import { accountBalances, totalOf } from "./account-balances";

/** 试算平衡表 of a month: 期初, 本期发生, 本年累计, 期末 per account, from period balances only; all totals in fen. */
export const trialBalance = defineQuery({
  name: "ledger.trialBalance",
  label: "试算平衡表",
  permission: "ledger.view",
  input: periodInput,
  async run(tx, { unionId, month }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    const balances = await accountBalances(tx, unionId, month);
    const accounts = await tx.ledgerAccount.findMany({
      where: { chart: union.chart, code: { in: balances.map((row) => row.code) } },
      select: { code: true, fullName: true },
    });
    const names = new Map(accounts.map((account) => [account.code, account.fullName]));
    const totals = {
      opening: totalOf(balances.map((row) => row.opening)),
      month: totalOf(balances.map((row) => row.month)),
      year: totalOf(balances.map((row) => row.year)),
      closing: totalOf(balances.map((row) => row.closing)),
    };
    return {
      union,
      month,
      rows: balances.map((row) => ({ ...row, name: names.get(row.code) ?? "" })),
      totals,
      isBalanced: [totals.opening, totals.month, totals.year, totals.closing].every(isEven),
    };
  },
});

function isEven(total: Turnover): boolean {
  return balanceOf(total).direction === "平";
}

type Difference = {
  month: string;
  account_code: string;
  kept_debit: bigint;
  kept_credit: bigint;
  raw_debit: bigint;
  raw_credit: bigint;
};

/** Where kept balances, cash by day or numbers disagree with the raw lines; an empty list is the proof that all agree. */
export const checkBalances = defineQuery({
  name: "ledger.checkBalances",
  label: "核对账簿",
  permission: "ledger.view",
  input: unionInput,
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const rows = await tx.$queryRaw<Difference[]>`select * from ledger_differences(${unionId})`;
    return rows.map((row) => ({
      month: row.month,
      accountCode: row.account_code,
      kept: { debitFen: row.kept_debit, creditFen: row.kept_credit },
      raw: { debitFen: row.raw_debit, creditFen: row.raw_credit },
    }));
  },
});
