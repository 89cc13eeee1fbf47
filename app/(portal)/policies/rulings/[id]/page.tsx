import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { PrintButton } from "@/components/page/print-button";
import { SummaryList } from "@/components/page/summary-list";
import { getRuling } from "@/lib/policies/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { Days } from "../../_components/badges";
import { filtersOf, type SearchParams } from "../../_components/policies-place";
import { ReliedCard } from "../_components/relied-card";
import { RuleLinks } from "../_components/ruling-table";

export const metadata = { title: "答复单" };

type RulingPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function RulingPage({ params, searchParams }: RulingPageProps) {
  const actor = await requireActor();
  const ruling = await readForPage(actor, getRuling, await params);
  const { number, question, answer, confirmedBy, from, to, ruleIds } = ruling;
  return (
    <>
      <PageHeader
        actions={<PrintButton />}
        back={{ label: "答复单", href: "/policies/rulings" }}
        lead={question}
        title={number}
      />
      <Card title="答复">
        <SummaryList
          rows={[
            { label: "问题", value: question },
            { label: "答复", value: answer },
            { label: "答复部门", value: confirmedBy },
            { label: "适用日期", value: <Days from={from} to={to} /> },
            { label: "规则", value: <RuleLinks ruleIds={ruleIds} /> },
          ]}
        />
      </Card>
      {may(actor, "spending.view") && (
        <ReliedCard
          actor={actor}
          filters={await filtersOf(searchParams)}
          path={`/policies/rulings/${ruling.id}`}
          number={number}
        />
      )}
    </>
  );
}
