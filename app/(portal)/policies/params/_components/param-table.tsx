import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { Chip } from "@/components/ui/chip";
import { TextLink } from "@/components/ui/text-link";
import { versionTime } from "@/lib/policies/model";
import type { ShownVersion } from "@/lib/policies/queries";
import { rulesUsing } from "@/lib/policies/rules/rulebooks";
import { paramScopeLabels } from "@/lib/policy/params";
import { Days, ParamStatusBadge, VersionTimeChip } from "../../_components/badges";
import { FilterForm } from "../../_components/filter-form";
import { holds, hrefOf, pageOf } from "../../_components/policies-place";
import { ConfirmDialog } from "./confirm-dialog";
import { SupersedeDialog } from "./supersede-dialog";

type ParamTableProps = {
  versions: readonly ShownVersion[];
  filters: Record<string, string>;
  on: string;
  mayConfirm: boolean;
};

const path = "/policies/params";

/** A standard that is left to each union and has no default is no matter of the district. */
function placeOf({ status, scope, isSet }: ShownVersion): "settled" | "pending" | "own" {
  if (status === "CONFIRMED") return "settled";
  return scope === "UNION" && !isSet ? "own" : "pending";
}

const places = ["pending", "settled", "own"] as const;

/** Every version of every common number, with what may be done to it. */
export function ParamTable({ versions, filters, on, mayConfirm }: ParamTableProps) {
  const { status, q } = filters;
  const found = versions.filter((each) => holds(`${each.label}${each.document}${each.display}`, q));
  const inTab = (each: ShownVersion, tab: string) => tab === "all" || tab === placeOf(each);
  const current = places.find((each) => each === status) ?? "all";
  const { rows, paging } = pageOf(
    found.filter((each) => inTab(each, current)),
    path,
    filters,
  );
  const tab = (key: string, label: string) => ({
    ...{ key, label, count: found.filter((each) => inTab(each, key)).length },
    href: hrefOf(path, { q, status: key === "all" ? undefined : key }),
  });
  return (
    <DataTable
      caption="标准"
      columns={columnsFor(on, mayConfirm)}
      empty={<EmptyState title="没有符合条件的标准">换一个词，或查看全部。</EmptyState>}
      filters={
        q === undefined
          ? []
          : [{ label: "搜索", value: q, removeHref: hrefOf(path, { status: filters["status"] }) }]
      }
      id="policy-params"
      paging={paging}
      rowKey={(row) => row.id}
      rows={rows}
      search={<FilterForm action={path} filters={filters} placeholder="名称、数值或来源" />}
      tabs={{
        current,
        items: [
          tab("all", "全部版本"),
          tab("pending", "待确认"),
          tab("settled", "已确认"),
          tab("own", "由各单位填写"),
        ],
      }}
    />
  );
}

function columnsFor(on: string, mayConfirm: boolean): readonly Column<ShownVersion>[] {
  return [
    { key: "label", label: "标准", fixed: true, phone: "title", cell: (row) => <ParamName row={row} /> },
    { key: "value", label: "数值", align: "end", cell: (row) => row.display },
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
    {
      key: "scope",
      label: "范围",
      cell: (row) => <span className="whitespace-nowrap">{paramScopeLabels[row.scope]}</span>,
    },
    { key: "document", label: "来源", cell: (row) => <Source row={row} /> },
    { key: "status", label: "状态", cell: (row) => <Status row={row} /> },
    ...(mayConfirm ? [actionColumn] : []),
  ];
}

const actionColumn: Column<ShownVersion> = {
  ...{ key: "actions", label: "办理", phone: "bare" },
  cell: (row) => <Actions row={row} />,
};

function ParamName({ row }: { row: ShownVersion }) {
  const rules = rulesUsing(row.code);
  return (
    <>
      {row.label}
      {rules.length > 0 && (
        <span className="flex flex-wrap gap-x-2 text-xs font-normal text-ink-2">
          {rules.map(({ id }) => (
            <TextLink href={`/policies/rules/${id}`} key={id}>
              {id}
            </TextLink>
          ))}
        </span>
      )}
    </>
  );
}

function Source({ row }: { row: ShownVersion }) {
  return (
    <span className="text-sm">
      {row.document}
      {row.note !== null && <span className="block text-ink-2">{row.note}</span>}
    </span>
  );
}

function Status({ row }: { row: ShownVersion }) {
  if (placeOf(row) === "own") return <Chip tone="unknown">由各单位填写</Chip>;
  return (
    <>
      <ParamStatusBadge status={row.status} />
      {row.confirmedBy !== null && (
        <span className="block text-xs text-ink-2">
          {row.confirmedBy} {row.confirmedOn}
          {row.confirmNote !== null && <span className="block">{row.confirmNote}</span>}
        </span>
      )}
    </>
  );
}

function Actions({ row }: { row: ShownVersion }) {
  return (
    <span className="flex flex-wrap gap-2 print:hidden">
      {row.status === "TO_CONFIRM" && row.isSet && <ConfirmDialog version={row} />}
      {row.to === null && <SupersedeDialog version={row} />}
    </span>
  );
}
