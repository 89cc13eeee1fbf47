import { defineQuery } from "@/lib/server/query";
import { balanceOf } from "../model";
import { unionBooks } from "../queries";
import { periodInput } from "../schema";
import { accountBalances, onItsSide, totalOf } from "./account-balances";

/** 总账 of a month: every first-level account with 期初, 本月合计, 本年累计 and its balance, in fen. */
export const generalLedger = defineQuery({
  name: "ledger.generalLedger",
  label: "总账",
  permission: "ledger.view",
  input: periodInput,
  async run(tx, { unionId, month }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    const balances = await accountBalances(tx, unionId, month);
    const heads = [...new Set(balances.map((row) => row.code.slice(0, 3)))];
    const accounts = await tx.ledgerAccount.findMany({
      where: { chart: union.chart, code: { in: heads } },
      select: { code: true, name: true },
    });
    const names = new Map(accounts.map((account) => [account.code, account.name]));
    const rows = heads.map((code) => {
      const own = balances.filter((row) => row.code.startsWith(code));
      const opening = totalOf(own.map((row) => row.opening));
      const closing = totalOf(own.map((row) => row.closing));
      return {
        code,
        name: names.get(code) ?? "",
        opening: onItsSide(opening.debitFen - opening.creditFen),
        month: totalOf(own.map((row) => row.month)),
        year: totalOf(own.map((row) => row.year)),
        balance: balanceOf(closing),
      };
    });
    return { union, month, rows };
  },
});
