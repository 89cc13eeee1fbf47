import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { momentText } from "@/lib/core/dates";
import type { listImportBatches } from "@/lib/spending/reports/import-history";
import { countsOf } from "./batch-view";
import { outcomeNames, outcomes } from "./outcomes";

type Batches = Awaited<ReturnType<typeof listImportBatches.run>>;

/** The lists that were judged before, each with what became of it; the same file is told apart by its content. */
export function ImportHistory({ batches }: { batches: Batches }) {
  const twins = (sha256: string) => batches.filter((batch) => batch.sha256 === sha256).length > 1;
  return (
    <div className="mt-5">
      <Card flush={batches.length > 0} title="导入记录">
        {batches.length === 0 ? (
          <EmptyState title="还没有导入过">上传后，每份表的结论和取回的文件都留在这里。</EmptyState>
        ) : (
          <PlainTable
            caption="导入记录"
            columns={[
              { key: "file", label: "文件" },
              { key: "when", label: "上传" },
              { key: "counts", label: "结论" },
              { key: "state", label: "状态" },
            ]}
            rows={batches.map((batch) => ({
              key: batch.id,
              cells: [
                <TextLink href={`/spending/import/${batch.id}`} key="file">
                  {batch.fileName}
                </TextLink>,
                `${momentText(batch.uploadedAt)} ${batch.uploadedBy}`,
                <span key="counts">
                  {countText(batch.counts)}
                  {twins(batch.sha256) && <span className="text-ink-2">（同一文件多次上传）</span>}
                </span>,
                batch.committedAt === null ? (
                  <StatusBadge key="state" label="未导入" tone="unknown" />
                ) : (
                  <StatusBadge key="state" label="已导入" tone="ok" />
                ),
              ],
            }))}
            titleKey="file"
          />
        )}
      </Card>
    </div>
  );
}

function countText(counts: unknown): string {
  const known = countsOf(counts);
  return outcomeNames
    .filter((name) => (known[name] ?? 0) > 0)
    .map((name) => `${outcomes[name].label}${known[name]}`)
    .join("、");
}
