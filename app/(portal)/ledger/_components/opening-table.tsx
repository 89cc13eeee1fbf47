import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { PlainTable } from "@/components/page/plain-table";
import type { getOpening } from "@/lib/ledger/queries";

type Opening = Awaited<ReturnType<typeof getOpening.run>>;

type OpeningTableProps = {
  accounts: readonly { code: string; fullName: string }[];
  asOf: string | null;
  rows: Opening["rows"];
};

/** The opening balances as they stand. */
export function OpeningTable({ accounts, asOf, rows }: OpeningTableProps) {
  const names = new Map(accounts.map((account) => [account.code, account.fullName]));
  const totalOf = (side: "DEBIT" | "CREDIT") =>
    rows.reduce((sum, row) => (row.side === side ? sum + row.amountFen : sum), 0n);
  return (
    <Card flush title={asOf === null ? "期初余额" : `${asOf} 期初余额`}>
      {rows.length === 0 ? (
        <EmptyState title="没有期初余额">账簿从零开始，或由会计录入。</EmptyState>
      ) : (
        <PlainTable
          caption="期初余额"
          columns={[
            { key: "code", label: "科目编码" },
            { key: "name", label: "科目名称" },
            { key: "debit", label: "借方余额", align: "end" },
            { key: "credit", label: "贷方余额", align: "end" },
          ]}
          rows={rows.map((row) => ({
            key: row.accountCode,
            cells: [
              row.accountCode,
              names.get(row.accountCode) ?? "",
              <Money fen={row.side === "DEBIT" ? row.amountFen : null} key="debit" />,
              <Money fen={row.side === "CREDIT" ? row.amountFen : null} key="credit" />,
            ],
          }))}
          titleKey="name"
          totals={[
            "合计",
            "",
            <Money fen={totalOf("DEBIT")} key="debit" />,
            <Money fen={totalOf("CREDIT")} key="credit" />,
          ]}
        />
      )}
    </Card>
  );
}

/** Figures of the year so far that came with the opening. */
export function OpeningFacts({ facts }: { facts: Opening["facts"] }) {
  if (facts.length === 0) return null;
  return (
    <div className="mt-4">
      <Card flush title="本年已发生数">
        <PlainTable
          caption="本年已发生数"
          columns={[
            { key: "label", label: "项目" },
            { key: "year", label: "年度" },
            { key: "amount", label: "金额（元）", align: "end" },
            { key: "count", label: "数量", align: "end" },
            { key: "date", label: "日期" },
          ]}
          rows={facts.map((fact) => ({
            key: fact.id.toString(),
            cells: [
              fact.label,
              fact.year,
              <Money fen={fact.amountFen} key="amount" />,
              fact.count ?? "—",
              fact.date ?? "—",
            ],
          }))}
          titleKey="label"
        />
      </Card>
    </div>
  );
}
