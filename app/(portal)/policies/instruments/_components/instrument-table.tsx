import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Chip } from "@/components/ui/chip";
import { isInstrumentId } from "@/lib/policies/model";
import { rulesOn } from "@/lib/policies/rules/rulebooks";
import {
  type Instrument,
  type InstrumentId,
  type InstrumentKind,
  instrumentKindLabels,
  instruments,
} from "@/lib/policy/instruments";
import { Days, KindChip } from "../../_components/badges";
import { FilterForm } from "../../_components/filter-form";
import { holds, hrefOf, pageOf } from "../../_components/policies-place";
import { RuleLinks } from "../../rulings/_components/ruling-table";

type Row = Instrument & { readonly id: InstrumentId };

const path = "/policies/instruments";
const kinds: readonly InstrumentKind[] = ["NORM", "RULING", "HINT"];
const gradeLabels = { A: "全文已核", B: "据报道", C: "待核" } as const;
const all: readonly Row[] = Object.keys(instruments)
  .filter(isInstrumentId)
  .map((id) => ({ id, ...instruments[id] }));

/** The register of documents with the rules that rest on each. */
export function InstrumentTable({ filters }: { filters: Record<string, string> }) {
  const { q, kind } = filters;
  const found = all.filter((row) => holds(`${row.name}${row.docNo}${row.issuer}`, q));
  const current = kinds.find((each) => each === kind) ?? "all";
  const { rows, paging } = pageOf(
    found.filter((row) => current === "all" || row.kind === current),
    path,
    filters,
  );
  return (
    <DataTable
      caption="文件"
      columns={columns}
      empty={<EmptyState title="没有符合条件的文件">换一个词，或查看全部。</EmptyState>}
      filters={q === undefined ? [] : [{ label: "搜索", value: q, removeHref: hrefOf(path, { kind }) }]}
      id="policy-instruments"
      paging={paging}
      rowKey={(row) => row.id}
      rows={rows}
      search={<FilterForm action={path} filters={filters} placeholder="文件名、文号或发文单位" />}
      tabs={{
        current,
        items: [
          { key: "all", label: "全部", href: hrefOf(path, { q }), count: found.length },
          ...kinds.map((each) => ({
            ...{ key: each, label: instrumentKindLabels[each], href: hrefOf(path, { q, kind: each }) },
            count: found.filter((row) => row.kind === each).length,
          })),
        ],
      }}
    />
  );
}

const columns: readonly Column<Row>[] = [
  { key: "name", label: "文件", fixed: true, phone: "title", cell: (row) => row.name },
  { key: "docNo", label: "文号", cell: (row) => row.docNo || "—" },
  { key: "issuer", label: "发文单位", cell: (row) => row.issuer },
  { key: "kind", label: "种类", cell: (row) => <KindChip kind={row.kind} /> },
  {
    key: "grade",
    label: "核对",
    cell: ({ grade, kind }) =>
      kind === "HINT" ? "—" : <Chip tone={grade === "A" ? "ok" : "unknown"}>{gradeLabels[grade]}</Chip>,
  },
  {
    key: "days",
    label: "适用日期",
    cell: (row) => (row.kind === "HINT" ? "—" : <Days from={row.from} to={row.to} />),
  },
  {
    key: "rules",
    label: "规则",
    cell: (row) => <RuleLinks ruleIds={rulesOn(row.id).map(({ id }) => id)} />,
  },
];
