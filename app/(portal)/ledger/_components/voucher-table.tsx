import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Money } from "@/components/page/money";
import { buttonClasses } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { voucherKindLabels, voucherStateLabels } from "@/lib/ledger/labels";
import type { listVouchers } from "@/lib/ledger/queries";
import { hrefOf } from "./ledger-place";
import { VoucherState } from "./voucher-state";

type List = Awaited<ReturnType<typeof listVouchers.run>>;

type VoucherTableProps = { unionId: number; list: List; search: Record<string, string>; mayEnter: boolean };

const states = ["DRAFT", "SUBMITTED", "REVIEWED", "POSTED"] as const;

/** The vouchers of a union, by step. */
export function VoucherTable({ unionId, list, search, mayEnter }: VoucherTableProps) {
  const { state, month, text, accountCode, cursor } = search;
  const filters = { month, text, accountCode };
  const all = states.reduce((sum, each) => sum + list.counts[each], 0);
  const shown =
    state === undefined ? all : (list.counts[states.find((each) => each === state) ?? "DRAFT"] ?? 0);
  return (
    <DataTable
      caption="凭证"
      clearHref={hrefOf("/ledger", { state })}
      columns={columnsFor(list.totalFen)}
      empty={
        <EmptyState
          action={mayEnter && <LinkButton href="/ledger/new">填制凭证</LinkButton>}
          title="没有符合条件的凭证"
        >
          从“填制凭证”开始，或先在“期初余额”录入期初数。
        </EmptyState>
      }
      exportHref={hrefOf("/api/downloads/vouchers", { unionId: String(unionId), state, ...filters })}
      filters={[
        { name: "month", label: "月份", value: month },
        { name: "accountCode", label: "科目", value: accountCode },
        { name: "text", label: "搜索", value: text },
      ].flatMap(({ name, label, value }) =>
        value === undefined
          ? []
          : [{ label, value, removeHref: hrefOf("/ledger", { state, ...filters, [name]: undefined }) }],
      )}
      id="vouchers"
      paging={{
        previousHref: cursor === undefined ? null : hrefOf("/ledger", { state, ...filters }),
        nextHref:
          list.nextCursor === null ? null : hrefOf("/ledger", { state, ...filters, cursor: list.nextCursor }),
        summary: `共${shown.toLocaleString("zh-CN")}张`,
      }}
      rowKey={(row) => row.id.toString()}
      rows={list.rows}
      search={<SearchForm search={search} />}
      tabs={{
        current: state ?? "all",
        items: [
          { key: "all", label: "全部", href: hrefOf("/ledger", filters), count: all },
          ...states.map((each) => ({
            key: each,
            label: voucherStateLabels[each],
            href: hrefOf("/ledger", { ...filters, state: each }),
            count: list.counts[each],
          })),
        ],
      }}
      totalsLabel="合计（全部）"
    />
  );
}

function columnsFor(totalFen: bigint): Column<List["rows"][number]>[] {
  return [
    { key: "date", label: "日期", cell: (row) => row.voucherDate },
    { key: "number", label: "凭证号", cell: (row) => row.number ?? "—" },
    {
      key: "summary",
      label: "摘要",
      fixed: true,
      phone: "title",
      cell: (row) => <TextLink href={`/ledger/${row.id}`}>{row.summary}</TextLink>,
    },
    {
      key: "amount",
      label: "金额（元）",
      align: "end",
      cell: (row) => <Money fen={row.amountFen} />,
      total: <Money fen={totalFen} />,
    },
    { key: "papers", label: "附单据", align: "end", cell: (row) => `${row.attachmentCount}张` },
    { key: "kind", label: "类别", cell: (row) => voucherKindLabels[row.kind] },
    { key: "maker", label: "制单", cell: (row) => row.maker },
    {
      key: "state",
      label: "状态",
      cell: (row) => <VoucherState isReversed={row.reversedBy?.state === "POSTED"} state={row.state} />,
    },
  ];
}

function SearchForm({ search }: { search: Record<string, string> }) {
  const box = "rounded-control border border-edge bg-paper px-2.5 py-1";
  return (
    <form action="/ledger" className="flex flex-wrap items-center gap-2" method="get">
      {search["state"] !== undefined && <input name="state" type="hidden" value={search["state"]} />}
      <input
        aria-label="月份"
        className={`${box} w-28`}
        defaultValue={search["month"]}
        name="month"
        placeholder="月份 2026-09"
        type="text"
      />
      <input
        aria-label="摘要、凭证号或金额"
        className={`${box} w-48`}
        defaultValue={search["text"]}
        name="text"
        placeholder="摘要、记-0012、>=1000"
        type="search"
      />
      <button className={buttonClasses("secondary", "small")} type="submit">
        查询
      </button>
    </form>
  );
}
