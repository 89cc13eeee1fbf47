import { pagePlace, type SearchParams } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { getBudget } from "@/lib/budget/queries";
import { today } from "@/lib/core/dates";
import { listAccounts } from "@/lib/ledger/queries";
import { readForPage, requireForPage } from "@/lib/server/page-read";
import { BudgetForm } from "../_components/budget-form";

export const metadata = { title: "录入批复预算" };

export default async function EnterBudgetPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, year } = await pagePlace(searchParams);
  requireForPage(actor, "budget.enter", unionId);
  const { budget, lines } = await readForPage(actor, getBudget, { unionId, year });
  const { accounts } = await readForPage(actor, listAccounts, { unionId });
  return (
    <>
      <PageHeader
        back={{ label: "预算", href: "/budget" }}
        help={
          <Help>
            按批复文件逐行填写，Enter到下一格。科目可填一级或明细，明细未单列的支出由上级科目的预算承担。
          </Help>
        }
        lead={
          budget === null
            ? `${year}年第一次录入。`
            : `${year}年现行第${budget.revision}版，保存后成为第${budget.revision + 1}版，原版本保留。`
        }
        title={budget === null ? "录入批复预算" : "录入调整预算"}
      />
      <BudgetForm
        accounts={accounts}
        owner={String(actor.accountId)}
        incomeFen={budget?.incomeFen ?? null}
        lines={lines.map(({ accountCode, approvedFen }) => ({ accountCode, approvedFen }))}
        today={today()}
        unionId={unionId}
        year={year}
      />
    </>
  );
}
