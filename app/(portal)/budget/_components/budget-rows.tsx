import { hrefOf, type PagePlace } from "@/app/(portal)/_components/page-place";
import { Card } from "@/components/page/card";
import { Money } from "@/components/page/money";
import { PlainTable } from "@/components/page/plain-table";
import { TextLink } from "@/components/ui/text-link";
import { useLabels } from "@/lib/budget/labels";
import type { BudgetUse } from "@/lib/budget/model";
import type { BudgetSheet } from "./budget-sheet";

type BudgetRowsProps = { sheet: BudgetSheet; place: PagePlace };

const titles: Readonly<Record<string, string>> = { executed: "已执行", transit: "在途" };

/** The rows behind the figure that was clicked, and always those that no line covers. */
export function BudgetRows({ sheet, place }: BudgetRowsProps) {
  const { line, kind } = place.search;
  const chosen = sheet.lines.filter((each) => line === undefined || each.accountCode === line);
  const uses = chosen
    .flatMap((each) => each.uses)
    .filter((use) => (use.kind === "TRANSIT") === (kind === "transit"));
  const name = line === undefined ? "全部科目" : `${line} ${chosen[0]?.name ?? ""}`;
  return (
    <>
      {kind !== undefined && (
        <div className="mt-5 scroll-mt-16" id="rows">
          <Card
            aside={
              <TextLink href={hrefOf("/budget", { unionId: place.unionId, year: place.year })}>收起</TextLink>
            }
            flush
            title={`${name}：${titles[kind] ?? "明细"}的构成`}
          >
            <Uses caption={`${name}的构成`} uses={uses} />
          </Card>
        </div>
      )}
      {sheet.uncovered.length > 0 && (
        <div className="mt-5">
          <Card flush title="没有预算的支出">
            <Uses caption="没有预算的支出" uses={sheet.uncovered} />
          </Card>
        </div>
      )}
    </>
  );
}

function Uses({ uses, caption }: { uses: readonly BudgetUse[]; caption: string }) {
  const total = uses.reduce((sum, use) => sum + use.amountFen, 0n);
  return (
    <PlainTable
      caption={caption}
      columns={[
        { key: "label", label: "单据或凭证" },
        { key: "account", label: "科目" },
        { key: "kind", label: "类别" },
        { key: "amount", label: "金额（元）", align: "end" },
      ]}
      rows={uses.map((use) => ({
        key: `${use.href}${use.accountCode}${use.kind}`,
        cells: [
          <TextLink href={use.href} key="label">
            {use.label}
          </TextLink>,
          use.accountCode,
          useLabels[use.kind],
          <Money fen={use.amountFen} key="amount" />,
        ],
      }))}
      titleKey="label"
      totals={["合计", "", "", <Money fen={total} key="total" strong />]}
    />
  );
}
