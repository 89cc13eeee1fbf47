import { fromDbDate } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { balanceOf, bankAccount, cashAccount, type Turnover, voucherNumber } from "../model";
import { unionBooks } from "../queries";
import { accountLedgerInput } from "../schema";
import { accountBalances } from "./account-balances";

type Balance = ReturnType<typeof balanceOf>;

/** One line of a book: an entry, or one of the sum lines that books carry (规范第六十三条). Amounts in fen. */
export type LedgerRow = Turnover &
  Balance & {
    kind: "opening" | "entry" | "day" | "month" | "year";
    date: string;
    voucherId: string | null;
    number: string;
    summary: string;
  };

type Entry = {
  id: bigint;
  voucher_date: Date;
  month: string;
  number: number;
  summary: string;
  debit_fen: bigint;
  credit_fen: bigint;
};

/** 明细账 of an account with its details, by month: 期初, entries with running balance, 本月合计, 本年累计; 日记账 adds 本日合计. */
export const accountLedger = defineQuery({
  name: "ledger.accountLedger",
  label: "明细账与日记账",
  permission: "ledger.view",
  input: accountLedgerInput,
  async run(tx, { unionId, accountCode, from, to }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    const account = await tx.ledgerAccount.findUnique({
      where: { chart_code: { chart: union.chart, code: accountCode } },
      select: { code: true, fullName: true, side: true },
    });
    const start = await standingBefore(tx, { unionId, accountCode, month: from });
    const entries = await entriesOf(tx, { unionId, accountCode, from, to });
    const isJournal = accountCode === cashAccount || accountCode === bankAccount;
    return { union, account, from, to, isJournal, rows: bookRows(entries, start, { from, isJournal }) };
  },
});

type Span = { unionId: number; accountCode: string };

/** What the account began the month with, and its turnover of the year before that month. */
async function standingBefore(tx: Tx, { unionId, accountCode, month }: Span & { month: string }) {
  const isMine = (code: string) => code.startsWith(accountCode);
  const balances = (await accountBalances(tx, unionId, month)).filter((row) => isMine(row.code));
  const sum = (pick: (row: (typeof balances)[number]) => bigint) =>
    balances.reduce((total, row) => total + pick(row), 0n);
  return {
    net: sum((row) => row.opening.debitFen - row.opening.creditFen),
    yearDebit: sum((row) => row.year.debitFen - row.month.debitFen),
    yearCredit: sum((row) => row.year.creditFen - row.month.creditFen),
  };
}

function entriesOf(tx: Tx, span: Span & { from: string; to: string }): Promise<Entry[]> {
  return tx.$queryRaw<Entry[]>`
    select v.id, v.voucher_date, v.month::text, v.number, l.summary,
           case when l.side = 'DEBIT' then case when l.is_red then -l.amount_fen else l.amount_fen end else 0 end debit_fen,
           case when l.side = 'CREDIT' then case when l.is_red then -l.amount_fen else l.amount_fen end else 0 end credit_fen
      from ledger_line l join voucher v on v.id = l.voucher_id
      where l.union_id = ${span.unionId} and l.account_code like ${`${span.accountCode}%`}
        and v.state = 'POSTED' and v.month between ${span.from} and ${span.to}
      order by v.month, v.voucher_date, v.number, l.line_number`;
}

function bookRows(
  entries: readonly Entry[],
  start: { net: bigint; yearDebit: bigint; yearCredit: bigint },
  book: { from: string; isJournal: boolean },
): LedgerRow[] {
  let net = start.net;
  let year: Turnover = { debitFen: start.yearDebit, creditFen: start.yearCredit };
  let month: Turnover = nothing;
  let day: Turnover = nothing;
  const rows: LedgerRow[] = [sumRow("opening", `${book.from}-01`, nothing, net)];
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    const date = fromDbDate(entry.voucher_date);
    const turnover = { debitFen: entry.debit_fen, creditFen: entry.credit_fen };
    net += entry.debit_fen - entry.credit_fen;
    [year, month, day] = [plus(year, turnover), plus(month, turnover), plus(day, turnover)];
    rows.push({
      ...turnover,
      ...balanceOf({ debitFen: net, creditFen: 0n }),
      kind: "entry",
      date,
      voucherId: entry.id.toString(),
      number: voucherNumber(entry.number),
      summary: entry.summary,
    });
    const isLastOfMonth = next?.month !== entry.month;
    if (book.isJournal && (isLastOfMonth || fromDbDate(next.voucher_date) !== date)) {
      rows.push(sumRow("day", date, day, net));
      day = nothing;
    }
    if (!isLastOfMonth) continue;
    rows.push(sumRow("month", date, month, net), sumRow("year", date, year, net));
    month = nothing;
    if (next?.month.slice(0, 4) !== entry.month.slice(0, 4)) year = nothing;
  }
  return rows;
}

const nothing: Turnover = { debitFen: 0n, creditFen: 0n };

function plus(left: Turnover, right: Turnover): Turnover {
  return { debitFen: left.debitFen + right.debitFen, creditFen: left.creditFen + right.creditFen };
}

const sumWords = { opening: "期初余额", day: "本日合计", month: "本月合计", year: "本年累计" } as const;

function sumRow(kind: keyof typeof sumWords, date: string, turnover: Turnover, net: bigint): LedgerRow {
  return {
    ...turnover,
    ...balanceOf({ debitFen: net, creditFen: 0n }),
    kind,
    date,
    voucherId: null,
    number: "",
    summary: sumWords[kind],
  };
}
