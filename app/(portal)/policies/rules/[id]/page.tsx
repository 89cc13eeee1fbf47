import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page/page-header";
import { PrintButton } from "@/components/page/print-button";
import { today, yearOf } from "@/lib/core/dates";
import { policyDataSchema } from "@/lib/policies/model";
import { getPolicyData, listRulings } from "@/lib/policies/queries";
import { boundaryCasesOf } from "@/lib/policies/reports/case-file";
import { shelvedRule } from "@/lib/policies/rules/rulebooks";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { filtersOf, type SearchParams } from "../../_components/policies-place";
import { CaughtCard } from "./_components/caught-card";
import { RuleText } from "./_components/rule-text";

export const metadata = { title: "规则" };

type RulePageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function RulePage({ params, searchParams }: RulePageProps) {
  const actor = await requireActor();
  const { id } = await params;
  const shelved = shelvedRule(id);
  if (shelved === null) notFound();
  const filters = await filtersOf(searchParams);
  const [json, rulings] = await Promise.all([
    readForPage(actor, getPolicyData, { unionId: null }),
    readForPage(actor, listRulings, { ruleId: id }),
  ]);
  const policy = policyDataSchema.parse(json);
  const cases = await boundaryCasesOf(id, policy);
  const { rule } = shelved;
  return (
    <>
      <PageHeader
        actions={<PrintButton />}
        back={{ label: "政策依据", href: "/policies" }}
        lead={rule.statement}
        title={`${rule.id} ${rule.title}`}
      />
      <RuleText cases={cases} on={today()} policyParams={policy.params} rulings={rulings} shelved={shelved} />
      {may(actor, "spending.view") && (
        <CaughtCard actor={actor} filters={filters} ruleId={id} year={yearOf(today())} />
      )}
    </>
  );
}
