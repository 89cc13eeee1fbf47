import { pagePlace, type SearchParams } from "@/app/(portal)/_components/page-place";
import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { today } from "@/lib/core/dates";
import { requireForPage } from "@/lib/server/page-read";
import { BudgetImport } from "../_components/budget-import";

export const metadata = { title: "导入预算表" };

export default async function ImportBudgetPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, year } = await pagePlace(searchParams);
  requireForPage(actor, "budget.enter", unionId);
  return (
    <>
      <PageHeader
        back={{ label: "预算", href: "/budget" }}
        lead="两列的预算表可以直接导入：第一列以科目编码开头，其后一列是金额（元）；标题行和合计行自动跳过。"
        title={`导入${year}年预算表`}
      />
      <Card>
        <BudgetImport today={today()} unionId={unionId} year={year} />
      </Card>
    </>
  );
}
