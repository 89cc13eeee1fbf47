import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { today } from "@/lib/core/dates";
import { listRulings } from "@/lib/policies/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { filtersOf, type SearchParams } from "../_components/policies-place";
import { PolicyTabs } from "../_components/policy-tabs";
import { RulingTable } from "./_components/ruling-table";

export const metadata = { title: "答复单" };

export default async function RulingsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const filters = await filtersOf(searchParams);
  const rulings = await readForPage(actor, listRulings, {});
  return (
    <>
      <PageHeader
        actions={
          may(actor, "policies.confirm") && (
            <LinkButton href="/policies/rulings/new" look="primary">
              登记答复单
            </LinkButton>
          )
        }
        help={
          <Help label="问过不算错">
            按有效答复单办理的支出，结论中保留答复单编号；口径有疑问时由区总工会答复，不作为经办人的差错。
          </Help>
        }
        lead="区总工会对基层提问的答复，有编号、有时效，判定时随结论留存。"
        title="答复单"
      />
      <PolicyTabs current="rulings" />
      <RulingTable filters={filters} on={today()} rulings={rulings} />
    </>
  );
}
