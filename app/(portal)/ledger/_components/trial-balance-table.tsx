import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { TextLink } from "@/components/ui/text-link";
import { formatYuan } from "@/lib/core/money";
import type { trialBalance } from "@/lib/ledger/reports/trial-balance";
import { hrefOf } from "./ledger-place";

type Sheet = Awaited<ReturnType<typeof trialBalance.run>>;
type Row = Sheet["rows"][number];

const spans = [
  { key: "opening", label: "期初" },
  { key: "month", label: "本月" },
  { key: "year", label: "本年" },
  { key: "closing", label: "期末" },
] as const;

const sides = [
  { key: "debitFen", label: "借方" },
  { key: "creditFen", label: "贷方" },
] as const;

type TrialBalanceTableProps = { sheet: Sheet; differences: number; exportHref: string };

/** The trial balance of a month; each figure opens the rows behind it. */
export function TrialBalanceTable({ sheet, differences, exportHref }: TrialBalanceTableProps) {
  const isSound = sheet.isBalanced && differences === 0;
  return (
    <div className="mt-4">
      <p className={isSound ? "mb-3 text-ok" : "mb-3 text-bad"} role="status">
        {isSound
          ? "✓ 借贷相平，余额与分录逐笔核对一致"
          : `✗ ${sheet.isBalanced ? "余额与分录不一致" : "借贷不平"}，请联系管理员`}
      </p>
      <DataTable
        caption="试算平衡表"
        columns={columnsFor(sheet)}
        empty={<EmptyState title="还没有发生额">先录入期初余额，或把凭证记账。</EmptyState>}
        exportHref={exportHref}
        id="trial-balance"
        rowKey={(row) => row.code}
        rows={sheet.rows}
      />
    </div>
  );
}

function columnsFor({ month, totals }: Sheet): Column<Row>[] {
  return [
    { key: "code", label: "科目编码", cell: (row) => row.code },
    { key: "name", label: "科目名称", fixed: true, phone: "title", cell: (row) => row.name },
    ...spans.flatMap((span) =>
      sides.map(
        (side): Column<Row> => ({
          key: `${span.key}-${side.key}`,
          label: `${span.label}${side.label}`,
          align: "end",
          cell: (row) => (
            <Figure amount={row[span.key][side.key]} href={rowsBehind(row.code, month, span.key)} />
          ),
          total: <Money fen={totals[span.key][side.key]} />,
        }),
      ),
    ),
  ];
}

/** The entries that make up a figure: of the month, or of the year up to it. */
function rowsBehind(
  accountCode: string,
  month: string,
  span: "opening" | "month" | "year" | "closing",
): string {
  const from = span === "year" || span === "opening" ? `${month.slice(0, 4)}-01` : month;
  return hrefOf("/ledger/accounts", { accountCode, from, to: month });
}

function Figure({ amount, href }: { amount: bigint; href: string }): ReactNode {
  if (amount === 0n) return null;
  return (
    <TextLink
      className={amount < 0n ? "text-bad hover:underline" : "hover:text-act hover:underline"}
      href={href}
    >
      {formatYuan(amount)}
    </TextLink>
  );
}
