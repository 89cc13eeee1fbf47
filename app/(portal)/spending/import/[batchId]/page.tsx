import { pagePlace, type SearchParams } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { today } from "@/lib/core/dates";
import { readForPage } from "@/lib/server/page-read";
import { draftChoices } from "@/lib/spending/queries";
import { getImportBatch } from "@/lib/spending/reports/import-batch";
import { BatchRows } from "../../_components/batch-rows";
import { BatchUnit } from "../../_components/batch-unit";
import { countsOf, unitLinesOf } from "../../_components/batch-view";
import { ImportAccept } from "../../_components/import-accept";
import { isOutcome } from "../../_components/outcomes";

export const metadata = { title: "支出明细的结论" };

type PageProps = { params: Promise<{ batchId: string }>; searchParams: SearchParams };

export default async function ImportBatchPage({ params, searchParams }: PageProps) {
  const { batchId } = await params;
  const { actor, search } = await pagePlace(searchParams);
  const { outcome = "", after = null } = search;
  const chosen = isOutcome(outcome) ? outcome : null;
  const batch = await readForPage(actor, getImportBatch, {
    batchId,
    after,
    outcomes: chosen ? [chosen] : [],
  });
  const { persons } = await readForPage(actor, draftChoices, { unionId: batch.unionId, on: today() });
  return (
    <>
      <PageHeader
        actions={
          <LinkButton download href={`/api/downloads/spending-import?batchId=${batchId}&format=xlsx`}>
            取回带结论的原表
          </LinkButton>
        }
        back={{ label: "导入支出明细", href: "/spending/import" }}
        lead="通过、提示和需审批的行计入后面各行的累计，禁止和无法判定的行不计。待补是表里带不了的内容，成为草稿后再补。"
        title={batch.fileName}
      />
      <ImportAccept
        batchId={batchId}
        claimantId={actor.personId?.toString() ?? ""}
        committedAt={batch.committedAt}
        counts={countsOf(batch.counts)}
        hasUnitLines={unitLinesOf(batch.facts).length > 0}
        persons={persons}
      />
      <BatchRows after={after} batch={batch} outcome={chosen} />
      <BatchUnit lines={unitLinesOf(batch.facts)} />
    </>
  );
}
