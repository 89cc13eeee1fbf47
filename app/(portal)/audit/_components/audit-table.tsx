import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { StatusBadge } from "@/components/page/status-badge";
import { outcomeLabels, subjectLabel } from "@/lib/audit/labels";
import type { AuditRow, listAuditEntries } from "@/lib/audit/queries";
import { roleLabels } from "@/lib/server/permissions";
import { commandLabel } from "./command-label";
import { FilterForm } from "./filter-form";
import { type AuditSearch, auditHref } from "./search";

type List = Awaited<ReturnType<typeof listAuditEntries.run>>;

/** The lines of the log, newest first. */
export function AuditTable({ list, search }: { list: List; search: AuditSearch }) {
  const { before, outcome, ...filters } = search;
  return (
    <DataTable
      caption="操作日志"
      clearHref="/audit"
      columns={columns}
      empty={<EmptyState title="没有符合条件的日志">请放宽日期或去掉筛选条件。</EmptyState>}
      filters={chipsFor(search)}
      id="audit"
      paging={{
        previousHref: before === undefined ? null : auditHref({ ...filters, ...(outcome && { outcome }) }),
        nextHref: list.nextCursor === null ? null : auditHref({ ...search, before: list.nextCursor }),
        summary: `本页 ${list.rows.length} 行`,
      }}
      rowKey={(row) => row.id}
      rows={list.rows}
      search={<FilterForm search={search} />}
      tabs={{
        current: outcome ?? "ALL",
        items: [
          { key: "ALL", label: "全部", href: auditHref(filters) },
          { key: "DONE", label: outcomeLabels.DONE, href: auditHref({ ...filters, outcome: "DONE" }) },
          {
            key: "REFUSED",
            label: outcomeLabels.REFUSED,
            href: auditHref({ ...filters, outcome: "REFUSED" }),
          },
        ],
      }}
    />
  );
}

const columns: Column<AuditRow>[] = [
  { key: "at", label: "时间", cell: (row) => <span className="whitespace-nowrap">{row.at}</span> },
  { key: "command", label: "操作", fixed: true, phone: "title", cell: (row) => commandLabel(row.command) },
  {
    key: "actor",
    label: "操作人",
    cell: (row) => (
      <>
        {row.actorName}
        <span className="block text-xs text-ink-2">
          {row.roles.map((role) => roleLabels[role]).join("、")}
        </span>
      </>
    ),
  },
  { key: "union", label: "工会", cell: (row) => row.unionName ?? "—" },
  {
    key: "subject",
    label: "对象",
    cell: (row) => (row.subject === null || row.subject === "" ? "—" : subjectLabel(row.subject)),
  },
  {
    key: "outcome",
    label: "结果",
    cell: (row) => (
      <StatusBadge label={outcomeLabels[row.outcome]} tone={row.outcome === "DONE" ? "ok" : "warn"} />
    ),
  },
  { key: "detail", label: "内容", cell: (row) => <Detail row={row} /> },
];

function Detail({ row }: { row: AuditRow }) {
  return (
    <details>
      <summary className="cursor-pointer text-act">原始记录</summary>
      <pre className="mt-1 max-w-md text-xs break-all whitespace-pre-wrap">
        {JSON.stringify(row.detail, null, 1)}
      </pre>
      <p className="text-xs text-ink-2">
        第 {row.id} 号 · 请求 {row.requestId.slice(0, 8)} · {row.isSealed ? "已封存" : "等待封存"}
      </p>
    </details>
  );
}

function chipsFor(search: AuditSearch) {
  const { before: _cursor, outcome: _tab, ...shown } = search;
  const labels = { command: "操作", actor: "操作人", unionId: "工会编号", from: "起", to: "止" } as const;
  const keys = ["command", "actor", "unionId", "from", "to"] as const;
  return keys.flatMap((key) => {
    const value = shown[key];
    if (value === undefined) return [];
    const { [key]: _gone, ...rest } = search;
    return [
      {
        label: labels[key],
        value: key === "command" ? commandLabel(value) : value,
        removeHref: auditHref(rest),
      },
    ];
  });
}
