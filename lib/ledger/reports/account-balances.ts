import type { Tx } from "@/lib/server/db";
import type { Turnover } from "../model";

/** One account at a month: what it began the year and the month with, turnover of the month and of the year, in fen. */
export type AccountBalance = {
  code: string;
  opening: Turnover;
  month: Turnover;
  year: Turnover;
  closing: Turnover;
};

type Row = {
  account_code: string;
  opening_fen: bigint;
  month_debit: bigint;
  month_credit: bigint;
  year_debit: bigint;
  year_credit: bigint;
};

/**
 * Every account of a union with an opening or a turnover, from opening balances and period balances only; openings
 * and closings are net on the side they stand on.
 */
export async function accountBalances(tx: Tx, unionId: number, month: string): Promise<AccountBalance[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with opening as (
      select account_code, case side when 'DEBIT' then amount_fen else -amount_fen end net
        from opening_balance where union_id = ${unionId}),
    turnover as (
      select account_code,
             coalesce(sum(debit_fen - credit_fen) filter (where month < ${month}), 0)::bigint before,
             coalesce(sum(debit_fen) filter (where month = ${month}), 0)::bigint month_debit,
             coalesce(sum(credit_fen) filter (where month = ${month}), 0)::bigint month_credit,
             coalesce(sum(debit_fen) filter (where month >= ${`${month.slice(0, 4)}-01`}), 0)::bigint year_debit,
             coalesce(sum(credit_fen) filter (where month >= ${`${month.slice(0, 4)}-01`}), 0)::bigint year_credit
        from period_balance where union_id = ${unionId} and month <= ${month} group by account_code)
    select coalesce(o.account_code, t.account_code) account_code,
           coalesce(o.net, 0) + coalesce(t.before, 0) opening_fen,
           coalesce(t.month_debit, 0) month_debit, coalesce(t.month_credit, 0) month_credit,
           coalesce(t.year_debit, 0) year_debit, coalesce(t.year_credit, 0) year_credit
      from opening o full join turnover t on t.account_code = o.account_code
      order by 1`;
  return rows.map((row) => ({
    code: row.account_code,
    opening: onItsSide(row.opening_fen),
    month: { debitFen: row.month_debit, creditFen: row.month_credit },
    year: { debitFen: row.year_debit, creditFen: row.year_credit },
    closing: onItsSide(row.opening_fen + row.month_debit - row.month_credit),
  }));
}

/** A net amount in fen on the side it stands on: positive is a debit. */
export function onItsSide(net: bigint): Turnover {
  return net >= 0n ? { debitFen: net, creditFen: 0n } : { debitFen: 0n, creditFen: -net };
}

/** What several turnovers add up to, in fen. */
export function totalOf(parts: readonly Turnover[]): Turnover {
  return parts.reduce(
    (sum, part) => ({
      debitFen: sum.debitFen + part.debitFen,
      creditFen: sum.creditFen + part.creditFen,
    }),
    { debitFen: 0n, creditFen: 0n },
  );
}
