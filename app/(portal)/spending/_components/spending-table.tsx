import { hrefOf, type PagePlace } from "@/app/(portal)/_components/page-place";
import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { TextLink } from "@/components/ui/text-link";
import { editableStates, isIn } from "@/lib/spending/model";
import type { listSpending } from "@/lib/spending/queries";
import { DocumentState } from "./document-state";
import { ListFilter } from "./list-filter";
import { chipsOf, exportHref, hasSeveralUnions, type ListSearch, showsAll } from "./list-search";
import { NewButtons } from "./new-buttons";
import { type SpendingTab, spendingTabs } from "./spending-tabs";
import { tabItems } from "./tab-items";

type List = Awaited<ReturnType<typeof listSpending.run>>;
type Row = List["rows"][number];

type SpendingTableProps = {
  list: List;
  place: PagePlace;
  search: ListSearch;
  tab: Exclude<SpendingTab, "mine">;
  /** How many things wait for the reader. */
  waiting: number;
  mayEnter: boolean;
};

/** The documents of a union, or of all unions one may see. */
export function SpendingTable({ list, place, search, tab, waiting, mayEnter }: SpendingTableProps) {
  const chips = chipsOf(search, tab);
  const isAll = showsAll(place, search);
  return (
    <DataTable
      caption="支出单据"
      clearHref={hrefOf("/spending", { tab })}
      columns={columnsFor(list, { isAll, mayEnter })}
      empty={
        chips.length > 0 ? (
          <EmptyState title="没有符合条件的单据">去掉一两个条件再看，或换一个标签。</EmptyState>
        ) : (
          <EmptyState
            action={mayEnter && <NewButtons />}
            title={tab === "all" ? "还没有支出单据" : `没有${spendingTabs[tab].label}的单据`}
          >
            买之前先填事前申请，买了之后填报销；已有支出明细表的可直接导入，逐行给出结论。
          </EmptyState>
        )
      }
      exportHref={exportHref(place, search, tab)}
      filters={chips}
      id="spending"
      paging={{
        previousHref: place.search["cursor"] === undefined ? null : hrefOf("/spending", { ...search, tab }),
        nextHref: list.next === null ? null : hrefOf("/spending", { ...search, tab, cursor: list.next }),
        summary: `共${list.total.count.toLocaleString("zh-CN")}张`,
      }}
      rowKey={(row) => row.id}
      rows={list.rows}
      search={
        <ListFilter hasSeveralUnions={hasSeveralUnions(place)} search={search} showsAll={isAll} tab={tab} />
      }
      tabs={{ current: tab, items: tabItems(search, { counts: list.counts, waiting }) }}
      totalsLabel={`合计（${list.total.count.toLocaleString("zh-CN")}张）`}
    />
  );
}

function columnsFor(list: List, { isAll, mayEnter }: { isAll: boolean; mayEnter: boolean }): Column<Row>[] {
  const hrefFor = (row: Row) =>
    mayEnter && isIn(editableStates, row.state) ? `/spending/${row.id}/edit` : `/spending/${row.id}`;
  const columns: Column<Row>[] = [
    { key: "number", label: "单号", cell: (row) => row.number ?? "未编号" },
    {
      ...{ key: "title", label: "事由", fixed: true, phone: "title" },
      cell: (row) => <TextLink href={hrefFor(row)}>{row.title || "（未写事由）"}</TextLink>,
    },
    { key: "kind", label: "单据", cell: (row) => row.kindLabel },
    { key: "type", label: "类型", cell: (row) => row.typeLabel || "—" },
    { key: "date", label: "发生日期", cell: (row) => row.occurredOn ?? "—" },
    {
      ...{ key: "amount", label: "金额（元）", align: "end" },
      cell: (row) => <Money fen={row.amountFen} />,
      total: <Money fen={list.total.amountFen} />,
    },
    { key: "payee", label: "收款单位", cell: (row) => row.payeeName ?? "—" },
    { key: "claimant", label: "经办人", cell: (row) => row.claimant },
    { key: "union", label: "单位", cell: (row) => row.unionName },
    { key: "state", label: "状态", cell: (row) => <DocumentState state={row.state} /> },
  ];
  return isAll ? columns : columns.filter((column) => column.key !== "union");
}
