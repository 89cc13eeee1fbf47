import { hrefOf, type PagePlace } from "@/app/(portal)/_components/page-place";
import { StatCard, StatRow } from "@/components/page/stat-card";
import { formatYuan } from "@/lib/core/money";
import type { BudgetSheet } from "./budget-sheet";

/** The year at a glance. */
export function BudgetFigures({ sheet, place }: { sheet: BudgetSheet; place: PagePlace }) {
  const { budget, total } = sheet;
  if (budget === null) return null;
  const rowsOf = (kind: string) =>
    `${hrefOf("/budget", { unionId: place.unionId, year: place.year, kind })}#rows`;
  return (
    <StatRow>
      <StatCard
        label="批复收入"
        note={`${budget.approvedOn}批复，第${budget.revision}版${budget.approvalNo === null ? "" : `，${budget.approvalNo}`}`}
        value={formatYuan(budget.incomeFen)}
      />
      <StatCard
        href={rowsOf("executed")}
        label="已执行"
        note={`执行率${total.executionRate}`}
        value={formatYuan(total.executedFen)}
      />
      <StatCard
        href={rowsOf("transit")}
        label="在途"
        note={`含在途执行率${total.rateWithTransit}`}
        value={formatYuan(total.transitFen)}
      />
      <StatCard
        label="可用余额"
        note={`支出预算${formatYuan(total.approvedFen)}`}
        value={formatYuan(total.availableFen)}
      />
    </StatRow>
  );
}
