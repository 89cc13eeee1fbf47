import { hrefOf, type PagePlace } from "@/app/(portal)/_components/page-place";
import { LinkButton } from "@/components/ui/link-button";

type BudgetActionsProps = { place: PagePlace; isAdjustment: boolean };

/** The ways to a budget: typed in, or from a table. */
export function BudgetActions({ place: { unionId, year }, isAdjustment }: BudgetActionsProps) {
  return (
    <>
      <LinkButton href={hrefOf("/budget/import", { unionId, year })}>导入预算表</LinkButton>
      <LinkButton href={hrefOf("/budget/enter", { unionId, year })} look="primary">
        {isAdjustment ? "录入调整预算" : "录入批复预算"}
      </LinkButton>
    </>
  );
}
