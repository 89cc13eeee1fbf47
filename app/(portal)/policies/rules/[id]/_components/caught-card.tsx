import { EmptyState } from "@/components/page/empty-state";
import { listCaught } from "@/lib/policies/verdicts/queries";
import { severities, severityLabels } from "@/lib/policy/severity";
import type { Actor } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { JudgedLines } from "../../../_components/judged-lines";
import { hrefOf } from "../../../_components/policies-place";

type CaughtCardProps = { actor: Actor; ruleId: string; year: number; filters: Record<string, string> };

/** Whom the rule caught this year, within what the reader may see; each count opens its rows. */
export async function CaughtCard({ actor, ruleId, year, filters }: CaughtCardProps) {
  const severity = severities.find((each) => each === filters["severity"]);
  const before = /^[1-9]\d{0,17}$/u.test(filters["before"] ?? "") ? filters["before"] : undefined;
  const page = await readForPage(actor, listCaught, { ruleId, year, severity, before });
  const path = `/policies/rules/${ruleId}`;
  const all = page.counts.reduce((sum, { n }) => sum + n, 0);
  const shown =
    severity === undefined ? all : (page.counts.find((each) => each.severity === severity)?.n ?? 0);
  const kept = {
    ...(severity === undefined ? {} : { severity }),
    ...(before === undefined ? {} : { before }),
  };
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-card font-semibold">{year}年命中记录</h2>
      <p className="mb-3 text-ink-2">
        您可查看的单位中，本年度被这条规则提示、要求补充、要求审批或禁止过的记录，每份记录只列最近一次。
      </p>
      <JudgedLines
        caption={`${year}年命中记录`}
        empty={<EmptyState title="没有命中记录">您可查看的单位本年度没有触及这条规则。</EmptyState>}
        filters={kept}
        id="policy-caught"
        page={page}
        path={path}
        summary={`共${shown}份记录`}
        tabs={{
          current: severity ?? "all",
          items: [
            { key: "all", label: "全部", href: path, count: all },
            ...page.counts.map((each) => ({
              key: each.severity,
              label: severityLabels[each.severity],
              href: hrefOf(path, { severity: each.severity }),
              count: each.n,
            })),
          ],
        }}
      />
    </section>
  );
}
