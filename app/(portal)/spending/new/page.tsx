import { pagePlace, type SearchParams } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { DraftForm } from "../_components/draft-form";
import { newDraft } from "../_components/draft-start";

export const metadata = { title: "新建支出" };

export default async function NewSpendingPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, search } = await pagePlace(searchParams);
  const kind = search["kind"] === "REQUEST" ? "REQUEST" : "CLAIM";
  const requestId = /^[1-9]\d{0,17}$/.test(search["request"] ?? "") ? (search["request"] ?? "") : "";
  const form = await newDraft(actor, { unionId, kind, requestId });
  return (
    <>
      <PageHeader
        back={{ label: "报销与支出", href: "/spending" }}
        lead="边填边核：每条结论都给出依据、算式和还差什么。"
        title={kind === "REQUEST" ? "新建事前申请" : "新建支出"}
      />
      <DraftForm {...form} />
    </>
  );
}
