import { hrefOf } from "@/app/(portal)/_components/page-place";
import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { StatusBadge } from "@/components/page/status-badge";
import { Icon } from "@/components/ui/icon";
import type { RowOutcome } from "@/lib/spending/commands/preview-import";
import { type Batch, countsOf } from "./batch-view";
import { isOutcome, outcomeNames, outcomes } from "./outcomes";

type Row = Batch["rows"][number];
type BatchRowsProps = { batch: Batch; outcome: RowOutcome | null; after: string | null };

const columns: Column<Row>[] = [
  {
    key: "number",
    label: "行",
    fixed: true,
    cell: (row) => <span id={`row-${row.rowNumber}`}>{row.rowNumber}</span>,
  },
  {
    ...{ key: "outcome", label: "结论", fixed: true },
    cell: (row) => <Outcome outcome={row.outcome} />,
  },
  {
    ...{ key: "cells", label: "表中内容", phone: "title" },
    cell: (row) => row.cells.filter((cell) => cell.trim() !== "").join("　"),
  },
  { key: "reason", label: "原因", cell: (row) => <Reasons text={partsOf(row.reason).reasons} /> },
  { key: "toSupply", label: "待补", cell: (row) => <ToSupply text={partsOf(row.reason).toSupply} /> },
];

/** Every row with its conclusion, by outcome. */
export function BatchRows({ batch, outcome, after }: BatchRowsProps) {
  const counts = countsOf(batch.counts);
  const path = `/spending/import/${batch.id}`;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = outcome === null ? total : (counts[outcome] ?? 0);
  return (
    <DataTable
      caption="逐行结论"
      columns={columns}
      empty={<EmptyState title="没有这一类的行" />}
      id="spending-import"
      paging={{
        previousHref: after === null ? null : hrefOf(path, { outcome: outcome ?? undefined }),
        nextHref:
          batch.next === null ? null : hrefOf(path, { outcome: outcome ?? undefined, after: batch.next }),
        summary: `共${shown.toLocaleString("zh-CN")}行`,
      }}
      rowKey={(row) => row.id}
      rows={batch.rows}
      tabs={{
        current: outcome ?? "all",
        items: [
          { key: "all", label: "全部", href: path, count: total },
          ...outcomeNames
            .filter((name) => (counts[name] ?? 0) > 0)
            .map((name) => ({
              ...{ key: name, label: outcomes[name].label, href: hrefOf(path, { outcome: name }) },
              ...{ count: counts[name] ?? 0, urgent: outcomes[name].tone === "bad" },
            })),
        ],
      }}
    />
  );
}

function Outcome({ outcome }: { outcome: string }) {
  if (!isOutcome(outcome)) return null;
  return <StatusBadge {...outcomes[outcome]} />;
}

function partsOf(text: string): { reasons: string; toSupply: string } {
  const [reasons = "", toSupply = ""] = text.split("待补：");
  return { reasons, toSupply };
}

/** Reasons one under the other. */
function Reasons({ text }: { text: string }) {
  const reasons = [...new Set(text.split("；").filter((reason) => reason !== ""))];
  if (reasons.length === 0) return "—";
  return (
    <div className="max-w-xl">
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}

/** What is still to supply, folded: it matters only once the row is a draft. */
function ToSupply({ text }: { text: string }) {
  if (text === "") return "—";
  return (
    <details className="text-sm text-ink-2">
      <summary className="inline-flex items-center gap-1 whitespace-nowrap hover:text-act">
        {text.split("、").length}项 <Icon name="down" size={12} />
      </summary>
      {text}
    </details>
  );
}
