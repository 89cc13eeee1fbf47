import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { BoundaryCase } from "@/lib/policies/reports/case-file";

/** The cases on each side of a rule's lines, judged again now, so that the page cannot promise what the engine denies. */
export function CasesCard({ cases }: { cases: readonly BoundaryCase[] }) {
  const agreeing = cases.filter(({ differences }) => differences.length === 0).length;
  return (
    <Card aside={cases.length > 0 && `${cases.length}例，与现行标准一致${agreeing}例`} flush title="边界案例">
      {cases.length === 0 ? (
        <EmptyState
          action={<TextLink href="/policies/cases">用表格核对案例</TextLink>}
          title="这条规则还没有案例"
        />
      ) : (
        <PlainTable
          caption="边界案例"
          columns={[
            { key: "name", label: "案例" },
            { key: "on", label: "业务日期" },
            { key: "given", label: "情况" },
            { key: "expected", label: "预期" },
            { key: "result", label: "现行判定" },
          ]}
          rows={cases.map((each) => ({
            key: each.key,
            cells: [
              each.name,
              <span className="whitespace-nowrap" key="on">
                {each.on}
              </span>,
              <span className="text-sm" key="given">
                {each.given}
              </span>,
              each.expected,
              <Result differences={each.differences} key="result" />,
            ],
          }))}
          titleKey="name"
        />
      )}
    </Card>
  );
}

function Result({ differences }: { differences: readonly string[] }) {
  if (differences.length === 0) return <StatusBadge label="一致" tone="ok" />;
  return (
    <>
      <StatusBadge label="不同" tone="warn" />
      <span className="block text-sm">{differences.join("；")}</span>
    </>
  );
}
