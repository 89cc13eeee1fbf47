import { DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { TextLink } from "@/components/ui/text-link";
import { formatYuan } from "@/lib/core/money";
import type { accountLedger, LedgerRow } from "@/lib/ledger/reports/account-ledger";

type Book = Awaited<ReturnType<typeof accountLedger.run>>;

/** The book of one account with running balance and the sum lines. */
export function AccountTable({ book, exportHref }: { book: Book; exportHref: string }) {
  const keyed = book.rows.map((row, index) => ({ ...row, key: String(index) }));
  return (
    <div className="mt-4">
      <DataTable
        caption={book.account?.fullName ?? "账页"}
        columns={[
          {
            key: "date",
            label: "日期",
            cell: (row) => (isEntry(row) || row.kind === "opening" ? row.date : null),
          },
          {
            key: "number",
            label: "凭证号",
            cell: (row) =>
              row.voucherId === null ? null : (
                <TextLink href={`/ledger/${row.voucherId}`}>{row.number}</TextLink>
              ),
          },
          {
            key: "summary",
            label: "摘要",
            fixed: true,
            phone: "title",
            cell: (row) => <span className={isEntry(row) ? undefined : "font-semibold"}>{row.summary}</span>,
          },
          { key: "debit", label: "借方", align: "end", cell: (row) => shown(row.debitFen) },
          { key: "credit", label: "贷方", align: "end", cell: (row) => shown(row.creditFen) },
          { key: "direction", label: "方向", cell: (row) => row.direction },
          { key: "balance", label: "余额", align: "end", cell: (row) => formatYuan(row.amountFen) },
        ]}
        empty={<EmptyState title="没有发生额">换一个科目或月份。</EmptyState>}
        exportHref={exportHref}
        id="account-ledger"
        rowKey={(row) => row.key}
        rows={keyed}
      />
    </div>
  );
}

function isEntry(row: LedgerRow): boolean {
  return row.kind === "entry";
}

function shown(amount: bigint) {
  return amount === 0n ? null : <Money fen={amount} />;
}
