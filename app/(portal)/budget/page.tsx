import { pagePlace, type SearchParams } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { getBudget, listBudgets } from "@/lib/budget/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { BudgetActions } from "./_components/budget-actions";
import { BudgetFigures } from "./_components/budget-figures";
import { BudgetRevisions } from "./_components/budget-revisions";
import { BudgetRows } from "./_components/budget-rows";
import { BudgetTable } from "./_components/budget-table";

export const metadata = { title: "预算" };

export default async function BudgetPage({ searchParams }: { searchParams: SearchParams }) {
  const place = await pagePlace(searchParams);
  const { actor, unionId, year } = place;
  const [sheet, revisions] = await Promise.all([
    readForPage(actor, getBudget, { unionId, year }),
    readForPage(actor, listBudgets, { unionId }),
  ]);
  const mayEnter = may(actor, "budget.enter", unionId);
  return (
    <>
      <PageHeader
        actions={mayEnter && <BudgetActions isAdjustment={sheet.budget !== null} place={place} />}
        help={
          <Help label="怎么看">
            可用余额＝批复预算－已执行－在途。在途是已提交、尚未付款的单据，退回或撤回后自动释放。执行率＝已执行÷批复预算；点任一金额看由哪些单据和凭证构成。
          </Help>
        }
        lead={`${year}年批复预算、已执行、在途和余额，每个数都能点开看明细。`}
        title="预算"
      />
      <BudgetFigures place={place} sheet={sheet} />
      <BudgetTable mayEnter={mayEnter} place={place} sheet={sheet} />
      <BudgetRows place={place} sheet={sheet} />
      <BudgetRevisions revisions={revisions.filter((each) => each.year === year)} />
    </>
  );
}
