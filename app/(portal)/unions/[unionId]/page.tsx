import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { levelLabels } from "@/lib/unions/labels";
import { getUnion, listUnions } from "@/lib/unions/queries";
import { SeatsCard, UnionFacts } from "../_components/union-cards";
import { ManageUnion } from "../_components/union-forms";

export const metadata = { title: "工会资料" };

export default async function UnionPage({ params }: { params: Promise<{ unionId: string }> }) {
  const actor = await requireActor();
  const union = await readForPage(actor, getUnion, await params);
  const mayManage = may(actor, "unions.manage") && union.parentId !== null && union.closedOn === null;
  const others = mayManage ? await readForPage(actor, listUnions, {}) : [];
  const options = others
    .filter(({ id }) => id !== union.id)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      <PageHeader
        actions={
          <>
            {may(actor, "workers.view", union.id) && (
              <LinkButton href={`/workers?unionId=${union.id}`}>会员名册</LinkButton>
            )}
            {may(actor, "unions.edit", union.id) && (
              <LinkButton href={`/unions/${union.id}/edit`}>维护资料</LinkButton>
            )}
            {mayManage && (
              <ManageUnion name={union.name} unionId={union.id} unions={options} version={union.version} />
            )}
          </>
        }
        back={{ label: "工会组织", href: "/unions" }}
        lead={`${levelLabels[union.level]}，现有会员 ${union.members} 人${union.closedOn === null ? "" : `，已于 ${union.closedOn} 撤销`}。`}
        title={union.name}
      />
      <div className="space-y-5">
        <SeatsCard seats={union.seats} />
        <UnionFacts union={union} />
      </div>
    </>
  );
}
