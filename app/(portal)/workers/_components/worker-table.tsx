import { hrefOf } from "@/app/(portal)/_components/page-place";
import { DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { cardStatusLabels, employmentLabels } from "@/lib/workers/labels";
import type { listWorkers } from "@/lib/workers/queries";

type List = Awaited<ReturnType<(typeof listWorkers)["run"]>>;

type WorkerTableProps = {
  list: List;
  search: Record<string, string>;
  unions: readonly { value: string; label: string }[];
  exportHref: string;
  mayRegister: boolean;
};

/** The register, in the order of names. */
export function WorkerTable({ list, search, unions, exportHref, mayRegister }: WorkerTableProps) {
  const { q = "", unionId = "", left = "" } = search;
  const href = (change: Record<string, string | undefined>) =>
    hrefOf("/workers", { q, unionId, left, ...change });
  const unionName = unions.find(({ value }) => value === unionId)?.label;
  return (
    <DataTable
      caption="会员名册"
      columns={[
        {
          ...{ key: "name", label: "姓名", fixed: true, phone: "title" },
          cell: (row) => <TextLink href={`/workers/${row.id}`}>{row.name}</TextLink>,
        },
        { key: "gender", label: "性别", cell: (row) => row.gender ?? "" },
        { key: "idNo", label: "证件号码", cell: (row) => row.idNo },
        { key: "mobile", label: "手机号", cell: (row) => row.mobile ?? "" },
        {
          ...{ key: "card", label: "京卡" },
          cell: (row) => `${row.cardNo ?? ""} ${cardStatusLabels[row.cardStatus]}`,
        },
        { key: "union", label: "所属工会", cell: (row) => row.unionName },
        { key: "employment", label: "工作状态", cell: (row) => employmentLabels[row.employmentStatus] },
        {
          ...{ key: "since", label: left ? "离会日期" : "入会日期" },
          cell: (row) => (left ? row.leftOn : row.since),
        },
      ]}
      empty={
        <EmptyState
          action={mayRegister && <LinkButton href="/workers/import">导入登记表</LinkButton>}
          title="没有符合条件的会员"
        >
          {mayRegister ? "可以逐个登记，也可以直接导入会员登记表。" : "换个条件再查。"}
        </EmptyState>
      }
      exportHref={exportHref}
      filters={[
        ...(q === "" ? [] : [{ label: "查找", value: q, removeHref: href({ q: undefined }) }]),
        ...(unionName === undefined
          ? []
          : [{ label: "工会", value: unionName, removeHref: href({ unionId: undefined }) }]),
      ]}
      id="workers"
      paging={{
        previousHref: null,
        nextHref: list.next === null ? null : href({ after: list.next }),
        summary: `共 ${list.total.toLocaleString("zh-CN")} 人，按姓名排列`,
      }}
      rowKey={(row) => row.id}
      rows={list.workers}
      search={<WorkerSearch left={left} q={q} unionId={unionId} unions={unions} />}
      tabs={{
        current: left ? "left" : "members",
        items: [
          { key: "members", label: "会员", href: href({ left: undefined }) },
          { key: "left", label: "已离会", href: href({ left: "true" }) },
        ],
      }}
    />
  );
}

type WorkerSearchProps = Pick<WorkerTableProps, "unions"> & { q: string; unionId: string; left: string };

function WorkerSearch({ q, unionId, left, unions }: WorkerSearchProps) {
  const box = "rounded-control border border-edge bg-paper px-2.5 py-1 text-sm";
  return (
    <form action="/workers" className="flex flex-wrap gap-2" method="get">
      {left !== "" && <input name="left" type="hidden" value={left} />}
      <input
        aria-label="姓名、首字母、号码或末四位"
        autoComplete="off"
        className={box}
        defaultValue={q}
        name="q"
        placeholder="姓名、首字母、号码或末四位"
      />
      {unions.length > 1 && (
        <select aria-label="工会" className={box} defaultValue={unionId} name="unionId">
          <option value="">全部工会</option>
          {unions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <Button size="small" type="submit">
        查找
      </Button>
    </form>
  );
}
