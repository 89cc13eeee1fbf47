import { Card } from "@/components/page/card";
import { Money } from "@/components/page/money";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import type { listBudgets } from "@/lib/budget/queries";

type Revisions = Awaited<ReturnType<typeof listBudgets.run>>;

/** Every version that was approved in the year; earlier ones stay as they were. */
export function BudgetRevisions({ revisions }: { revisions: Revisions }) {
  if (revisions.length === 0) return null;
  return (
    <div className="mt-5">
      <Card flush title="预算版本">
        <PlainTable
          caption="预算版本"
          columns={[
            { key: "revision", label: "版本" },
            { key: "approvedOn", label: "批复日期" },
            { key: "approvalNo", label: "批复文号" },
            { key: "income", label: "批复收入（元）", align: "end" },
            { key: "state", label: "状态" },
          ]}
          rows={revisions.map((each) => ({
            key: each.id,
            cells: [
              `第${each.revision}版`,
              each.approvedOn,
              each.approvalNo ?? "—",
              <Money fen={each.incomeFen} key="income" />,
              each.supersededAt === null ? (
                <StatusBadge key="state" label="执行中" tone="ok" />
              ) : (
                <StatusBadge key="state" label="已被调整" tone="unknown" />
              ),
            ],
          }))}
          titleKey="revision"
        />
      </Card>
    </div>
  );
}
