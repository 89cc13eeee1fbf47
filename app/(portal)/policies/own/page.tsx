import { EmptyState } from "@/components/page/empty-state";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { today } from "@/lib/core/dates";
import { getPlace } from "@/lib/desk/queries";
import { listOwnParams } from "@/lib/policies/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { chosenPlace } from "@/lib/server/place";
import { requireActor } from "@/lib/server/session";
import { PolicyTabs } from "../_components/policy-tabs";
import { OwnParams } from "./_components/own-params";

export const metadata = { title: "本单位标准" };

export default async function OwnParamsPage() {
  const actor = await requireActor();
  const { unionId } = await chosenPlace(actor);
  const { union } = await readForPage(actor, getPlace, { unionId });
  const own = union && (await readForPage(actor, listOwnParams, { unionId: union.id }));
  return (
    <>
      <PageHeader
        help={
          <Help label="怎么填写">
            上级文件把这些标准留给各单位自定，例如单位工作餐标准、大额支出标准。按本单位办法填写，注明文件名称；变动时从某日起填写新的标准。
          </Help>
        }
        lead={own ? `${own.unionName}自行确定的标准，未填写时相关支出需要审批。` : "本单位自行确定的标准。"}
        title="本单位标准"
      />
      <PolicyTabs current="own" />
      {own === null ? (
        <EmptyState title="没有可查看的单位">请联系系统管理员授予岗位。</EmptyState>
      ) : (
        <OwnParams
          maySet={may(actor, "policies.setOwn", union?.id)}
          on={today()}
          own={own}
          unionId={union?.id ?? 0}
        />
      )}
    </>
  );
}
