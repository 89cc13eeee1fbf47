import { hrefOf, type PagePlace } from "@/app/(portal)/_components/page-place";
import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { Bar } from "@/components/ui/bar";
import { TextLink } from "@/components/ui/text-link";
import { BudgetActions } from "./budget-actions";
import type { BudgetSheet } from "./budget-sheet";

type BudgetTableProps = { sheet: BudgetSheet; place: PagePlace; mayEnter: boolean };
type Line = BudgetSheet["lines"][number];

/** Line by line: what was approved, what is gone, what is promised and what is left. */
export function BudgetTable({ sheet, place, mayEnter }: BudgetTableProps) {
  return (
    <DataTable
      caption={`${place.year}年支出预算执行`}
      columns={columnsFor(sheet, place)}
      empty={
        <EmptyState
          action={mayEnter && <BudgetActions isAdjustment={false} place={place} />}
          title={`${place.year}年还没有批复预算`}
        >
          录入后，填报支出时即可看到科目余额，节日慰问等按预算收入计算的限额也随之生效。
        </EmptyState>
      }
      id="budget"
      rowKey={(line) => line.accountCode}
      rows={sheet.lines}
    />
  );
}

function columnsFor({ total }: BudgetSheet, { unionId, year }: PagePlace): Column<Line>[] {
  const opened = (fen: bigint, line: string, kind: string) =>
    fen === 0n ? (
      <Money fen={fen} />
    ) : (
      <TextLink href={`${hrefOf("/budget", { unionId, year, line, kind })}#rows`}>
        <Money fen={fen} />
      </TextLink>
    );
  return [
    {
      ...{ key: "account", label: "科目", fixed: true, phone: "title" },
      cell: (line) => `${line.accountCode} ${line.name}`,
    },
    {
      ...{ key: "approved", label: "批复预算", align: "end" },
      cell: (line) => <Money fen={line.approvedFen} />,
      total: <Money fen={total.approvedFen} />,
    },
    {
      ...{ key: "executed", label: "已执行", align: "end" },
      cell: (line) => opened(line.executedFen, line.accountCode, "executed"),
      total: <Money fen={total.executedFen} />,
    },
    {
      ...{ key: "transit", label: "在途", align: "end" },
      cell: (line) => opened(line.transitFen, line.accountCode, "transit"),
      total: <Money fen={total.transitFen} />,
    },
    {
      ...{ key: "available", label: "可用余额", align: "end" },
      cell: (line) => <Money fen={line.availableFen} strong />,
      total: <Money fen={total.availableFen} />,
    },
    {
      ...{ key: "rate", label: "执行率", align: "end" },
      cell: (line) => line.executionRate,
      total: total.executionRate,
    },
    {
      ...{ key: "rateWithTransit", label: "含在途执行率", align: "end" },
      cell: (line) => line.rateWithTransit,
      total: total.rateWithTransit,
    },
    { key: "bar", label: "进度", phone: "bare", cell: (line) => <Burn line={line} /> },
  ];
}

/** Executed and promised against approved; more than the whole is drawn full and in the colour of what is forbidden. */
function Burn({ line }: { line: Line }) {
  const used = line.executedFen + line.transitFen;
  const share = line.approvedFen <= 0n ? 0 : Number((used * 1000n) / line.approvedFen) / 1000;
  return (
    <div className="w-full min-w-24 pt-1.5">
      <Bar share={share} tone={line.availableFen < 0n ? "bad" : "act"} />
    </div>
  );
}
