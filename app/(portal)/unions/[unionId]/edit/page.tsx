import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page/page-header";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { getUnion } from "@/lib/unions/queries";
import { EditUnionForm } from "../../_components/edit-union-form";

export const metadata = { title: "维护工会资料" };

export default async function EditUnionPage({ params }: { params: Promise<{ unionId: string }> }) {
  const actor = await requireActor();
  const union = await readForPage(actor, getUnion, await params);
  if (!may(actor, "unions.edit", union.id)) notFound();
  return (
    <>
      <PageHeader
        back={{ label: union.name, href: `/unions/${union.id}` }}
        lead="银行账号加密保存，页面上只显示首尾。"
        title="维护工会资料"
      />
      <EditUnionForm owner={String(actor.accountId)} union={union} />
    </>
  );
}
