import { redirect } from "next/navigation";
import { PageHeader } from "@/components/page/page-header";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { kindLabels } from "@/lib/spending/labels";
import { editableStates, isIn } from "@/lib/spending/model";
import { getDocument } from "@/lib/spending/queries";
import { DraftForm } from "../../_components/draft-form";
import { keptDraft } from "../../_components/draft-start";

export const metadata = { title: "编辑支出" };

export default async function EditSpendingPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor();
  const { state, number, kind, stateLabel, title } = await readForPage(actor, getDocument, {
    id: documentId,
  });
  if (!isIn(editableStates, state)) redirect(`/spending/${documentId}`);
  const form = await keptDraft(actor, documentId);
  return (
    <>
      <PageHeader
        back={{ label: "报销与支出", href: "/spending" }}
        lead={`${kindLabels[kind]}${number ?? ""}，${stateLabel}。边填边核：每条结论都给出依据、算式和还差什么。`}
        title={title.trim() || (kind === "REQUEST" ? "编辑事前申请" : "编辑支出")}
      />
      <DraftForm {...form} />
    </>
  );
}
