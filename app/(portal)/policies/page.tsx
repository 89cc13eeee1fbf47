import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { today } from "@/lib/core/dates";
import { policyDataSchema } from "@/lib/policies/model";
import { getPolicyData } from "@/lib/policies/queries";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { filtersOf, type SearchParams } from "./_components/policies-place";
import { PolicyTabs } from "./_components/policy-tabs";
import { RuleTable } from "./_components/rule-table";

export const metadata = { title: "政策依据" };

export default async function RulesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const filters = await filtersOf(searchParams);
  const policy = policyDataSchema.parse(await readForPage(actor, getPolicyData, { unionId: null }));
  return (
    <>
      <PageHeader
        help={
          <Help label="怎么看">
            每条规则都有原文、依据文件、所用标准和边界案例。“待确认”的规则最多判为需审批，区总工会财务部确认后才会禁止。产品提示只作提醒。
          </Help>
        }
        lead="平台据以判定的全部规则，点开可看原文、依据和命中记录。"
        title="政策依据"
      />
      <PolicyTabs current="rules" />
      <RuleTable filters={filters} on={today()} params={policy.params} />
    </>
  );
}
