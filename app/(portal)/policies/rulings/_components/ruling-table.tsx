import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { versionTime } from "@/lib/policies/model";
import type { ShownRuling } from "@/lib/policies/queries";
import { Days, VersionTimeChip } from "../../_components/badges";
import { FilterForm } from "../../_components/filter-form";
import { holds, hrefOf, pageOf } from "../../_components/policies-place";

const path = "/policies/rulings";

type RulingTableProps = { rulings: readonly ShownRuling[]; filters: Record<string, string>; on: string };

/** The district's numbered answers. */
export function RulingTable({ rulings, filters, on }: RulingTableProps) {
  const { q } = filters;
  const found = rulings.filter((each) => holds(`${each.number}${each.question}${each.answer}`, q));
  const { rows, paging } = pageOf(found, path, filters);
  return (
    <DataTable
      caption="答复单"
      columns={columnsFor(on)}
      empty={<EmptyState title="没有符合条件的答复单">换一个词再找。</EmptyState>}
      filters={q === undefined ? [] : [{ label: "搜索", value: q, removeHref: hrefOf(path, {}) }]}
      id="policy-rulings"
      paging={paging}
      rowKey={(row) => row.id}
      rows={rows}
      search={<FilterForm action={path} filters={filters} placeholder="编号、问题或答复" />}
    />
  );
}

/** Links to the rules an answer speaks of. */
export function RuleLinks({ ruleIds }: { ruleIds: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {ruleIds.map((id) => (
        <TextLink href={`/policies/rules/${id}`} key={id}>
          {id}
        </TextLink>
      ))}
    </span>
  );
}

function columnsFor(on: string): readonly Column<ShownRuling>[] {
  return [
    {
      key: "number",
      label: "编号",
      fixed: true,
      phone: "title",
      cell: (row) => (
        <TextLink href={`${path}/${row.id}`}>
          <span className="whitespace-nowrap">{row.number}</span>
        </TextLink>
      ),
    },
    { key: "question", label: "问题", cell: (row) => row.question },
    { key: "answer", label: "答复", cell: (row) => <span className="text-sm">{row.answer}</span> },
    { key: "rules", label: "规则", cell: (row) => <RuleLinks ruleIds={row.ruleIds} /> },
    {
      key: "days",
      label: "适用日期",
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <Days from={row.from} to={row.to} />
          <VersionTimeChip time={versionTime(row, on)} />
        </span>
      ),
    },
  ];
}
