import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { groupLabel, listLabels } from "@/lib/policies/labels";
import { versionTime } from "@/lib/policies/model";
import type { listWords } from "@/lib/policies/queries";
import { instruments } from "@/lib/policy/instruments";
import { Days, SeverityBadge, VersionTimeChip } from "../../_components/badges";
import { FilterForm } from "../../_components/filter-form";
import { holds, hrefOf, pageOf } from "../../_components/policies-place";
import { EndDialog } from "./end-dialog";

type Word = Awaited<ReturnType<typeof listWords.run>>[number];
type WordTableProps = {
  words: readonly Word[];
  filters: Record<string, string>;
  mayChange: boolean;
  on: string;
};

const path = "/policies/words";

/** The dated words, list by list. */
export function WordTable({ words, filters, mayChange, on }: WordTableProps) {
  const { list, q } = filters;
  const found = words.filter(({ word }) => holds(word, q));
  const current = list !== undefined && Object.hasOwn(listLabels, list) ? list : "all";
  const { rows, paging } = pageOf(
    found.filter((each) => current === "all" || each.list === current),
    path,
    filters,
  );
  const codes = Object.entries(listLabels);
  return (
    <DataTable
      caption="词表"
      columns={columnsFor(on, mayChange)}
      empty={<EmptyState title="没有符合条件的词语">换一个词，或查看其他词表。</EmptyState>}
      filters={q === undefined ? [] : [{ label: "搜索", value: q, removeHref: hrefOf(path, { list }) }]}
      id="policy-words"
      paging={paging}
      rowKey={(row) => row.id}
      rows={rows}
      search={<FilterForm action={path} filters={filters} placeholder="词语" />}
      tabs={{
        current,
        items: [
          { key: "all", label: "全部", href: hrefOf(path, { q }), count: found.length },
          ...codes.map(([code, label]) => ({
            ...{ key: code, label, href: hrefOf(path, { q, list: code }) },
            count: found.filter((each) => each.list === code).length,
          })),
        ],
      }}
    />
  );
}

function columnsFor(on: string, mayChange: boolean): readonly Column<Word>[] {
  const columns: Column<Word>[] = [
    { key: "word", label: "词语", fixed: true, phone: "title", cell: (row) => row.word },
    { key: "except", label: "例外", cell: (row) => (row.except.length === 0 ? "—" : row.except.join("、")) },
    {
      key: "list",
      label: "词表与类别",
      cell: (row) => `${listLabels[row.list] ?? row.list}·${groupLabel(row.list, row.group)}`,
    },
    { key: "severity", label: "结论", cell: (row) => <SeverityBadge severity={row.severity} /> },
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
    { key: "source", label: "来源", cell: (row) => <Source word={row} /> },
  ];
  return mayChange ? [...columns, actionColumn] : columns;
}

const actionColumn: Column<Word> = {
  ...{ key: "actions", label: "办理", phone: "bare" },
  cell: (row) => (row.to === null ? <EndDialog entryId={row.id} from={row.from} word={row.word} /> : null),
};

function Source({ word }: { word: Word }) {
  const { name, docNo } = instruments[word.instrument];
  return <span className="text-sm">{[name, docNo].filter(Boolean).join(" ")}</span>;
}
