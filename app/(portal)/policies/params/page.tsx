import { PageHeader } from "@/components/page/page-header";
import { PrintButton } from "@/components/page/print-button";
import { Help } from "@/components/ui/help";
import { today } from "@/lib/core/dates";
import { listParams } from "@/lib/policies/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { filtersOf, type SearchParams } from "../_components/policies-place";
import { PolicyTabs } from "../_components/policy-tabs";
import { ParamTable } from "./_components/param-table";

export const metadata = { title: "标准确认" };

export default async function ParamsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const filters = await filtersOf(searchParams);
  const versions = await readForPage(actor, listParams, {});
  return (
    <>
      <PageHeader
        actions={<PrintButton />}
        help={
          <Help label="怎么办理">
            确认后，用到该标准的规则可以判为禁止，且不能撤回。标准变动时新增版本：原版本到前一日为止，以前的记录仍按当时的版本判定，已留存的结论不变。
          </Help>
        }
        lead="规则所用的每个数都在这里，按业务日期取用；由区总工会财务部确认和新增版本。"
        title="标准确认"
      />
      <PolicyTabs current="params" />
      <ParamTable
        filters={filters}
        mayConfirm={may(actor, "policies.confirm")}
        on={today()}
        versions={versions}
      />
    </>
  );
}
