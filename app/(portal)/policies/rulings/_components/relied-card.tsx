import { EmptyState } from "@/components/page/empty-state";
import { listRelied } from "@/lib/policies/verdicts/queries";
import type { Actor } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { JudgedLines } from "../../_components/judged-lines";

type ReliedCardProps = { actor: Actor; number: string; path: string; filters: Record<string, string> };

/** Every record that relied on the answer, within what the reader may see. */
export async function ReliedCard({ actor, number, path, filters }: ReliedCardProps) {
  const before = /^[1-9]\d{0,17}$/u.test(filters["before"] ?? "") ? filters["before"] : undefined;
  const page = await readForPage(actor, listRelied, { number, before });
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-card font-semibold">按本答复办理的记录</h2>
      <p className="mb-3 text-ink-2">问过不算错：对口径有疑问时，先问区总工会，不作为经办人的差错。</p>
      <JudgedLines
        caption="按本答复办理的记录"
        empty={<EmptyState title="还没有按本答复办理的记录" />}
        filters={before === undefined ? {} : { before }}
        id="policy-relied"
        page={page}
        path={path}
        summary={`共${page.total}份记录`}
      />
    </section>
  );
}
