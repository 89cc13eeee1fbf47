import { DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { TextLink } from "@/components/ui/text-link";
import { formatYuan } from "@/lib/core/money";
import type { generalLedger } from "@/lib/ledger/reports/general-ledger";
import { hrefOf } from "./ledger-place";

type Book = Awaited<ReturnType<typeof generalLedger.run>>;

/** 总账: one row per first-level account. */
export function GeneralTable({ book, exportHref }: { book: Book; exportHref: string }) {
  const { month } = book;
  return (
    <div className="mt-4">
      <DataTable
        caption="总账"
        columns={[
          { key: "code", label: "科目编码", cell: (row) => row.code },
          {
            key: "name",
            label: "科目名称",
            fixed: true,
            phone: "title",
            cell: (row) => (
              <TextLink href={hrefOf("/ledger/accounts", { accountCode: row.code, from: month, to: month })}>
                {row.name}
              </TextLink>
            ),
          },
          {
            key: "opening-debit",
            label: "期初借方",
            align: "end",
            cell: (row) => shown(row.opening.debitFen),
          },
          {
            key: "opening-credit",
            label: "期初贷方",
            align: "end",
            cell: (row) => shown(row.opening.creditFen),
          },
          { key: "month-debit", label: "本月借方", align: "end", cell: (row) => shown(row.month.debitFen) },
          { key: "month-credit", label: "本月贷方", align: "end", cell: (row) => shown(row.month.creditFen) },
          { key: "year-debit", label: "本年借方", align: "end", cell: (row) => shown(row.year.debitFen) },
          { key: "year-credit", label: "本年贷方", align: "end", cell: (row) => shown(row.year.creditFen) },
          { key: "direction", label: "方向", cell: (row) => row.balance.direction },
          { key: "balance", label: "余额", align: "end", cell: (row) => formatYuan(row.balance.amountFen) },
        ]}
        empty={<EmptyState title="还没有发生额">先录入期初余额，或把凭证记账。</EmptyState>}
        exportHref={exportHref}
        id="general-ledger"
        rowKey={(row) => row.code}
        rows={book.rows}
      />
    </div>
  );
}

function shown(amount: bigint) {
  return amount === 0n ? null : <Money fen={amount} />;
}
