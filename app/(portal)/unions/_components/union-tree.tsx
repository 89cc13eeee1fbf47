import { hrefOf } from "@/app/(portal)/_components/page-place";
import { DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { StatusBadge } from "@/components/page/status-badge";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { levelLabels, scaleLabels } from "@/lib/unions/labels";
import type { listUnions } from "@/lib/unions/queries";

type Unions = Awaited<ReturnType<(typeof listUnions)["run"]>>;

// Written out, since the style sheet holds only classes it can read here.
const indents = ["", "pl-5", "pl-10", "pl-15", "pl-20", "pl-25"];

/** The tree of unions, each indented below its parent. */
export function UnionTree({ unions, q, closed }: { unions: Unions; q: string; closed: boolean }) {
  const total = unions.reduce((sum, { members }) => sum + members, 0);
  return (
    <DataTable
      caption="工会组织"
      columns={[
        {
          ...{ key: "name", label: "工会", fixed: true, phone: "title" },
          cell: (row) => (
            <span className={q === "" ? indents[Math.min(row.depth, indents.length - 1)] : ""}>
              <TextLink href={`/unions/${row.id}`}>{row.name}</TextLink>
              {row.closedOn !== null && <StatusBadge label={`${row.closedOn}撤销`} tone="unknown" />}
            </span>
          ),
        },
        { key: "level", label: "层级", cell: (row) => levelLabels[row.level] },
        { key: "scale", label: "规模", cell: (row) => (row.scale === null ? "" : scaleLabels[row.scale]) },
        {
          ...{ key: "members", label: "本级会员", align: "end" },
          cell: (row) => row.members.toLocaleString("zh-CN"),
          total: total.toLocaleString("zh-CN"),
        },
        {
          ...{ key: "below", label: "本级及以下", align: "end" },
          cell: (row) => row.membersBelow.toLocaleString("zh-CN"),
        },
      ]}
      empty={<EmptyState title="没有符合条件的工会">换个名称再查。</EmptyState>}
      filters={q === "" ? [] : [{ label: "名称含", value: q, removeHref: hrefOf("/unions", {}) }]}
      id="unions"
      rowKey={(row) => String(row.id)}
      rows={unions}
      search={
        <form action="/unions" className="flex gap-2" method="get">
          <input
            aria-label="工会名称"
            className="rounded-control border border-edge bg-paper px-2.5 py-1 text-sm"
            defaultValue={q}
            name="q"
            placeholder="工会名称"
          />
          <Button size="small" type="submit">
            查找
          </Button>
        </form>
      }
      tabs={{
        current: closed ? "all" : "open",
        items: [
          { key: "open", label: "现有", href: hrefOf("/unions", { q }) },
          { key: "all", label: "含已撤销", href: hrefOf("/unions", { q, closed: "1" }) },
        ],
      }}
    />
  );
}
