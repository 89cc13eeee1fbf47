import { Select } from "@/components/form/select";
import { type Column, DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { type InstrumentKind, instrumentKindLabels, instruments } from "@/lib/policy/instruments";
import type { PolicyParam } from "@/lib/policy/params";
import { spendingTypeCodes, spendingTypes } from "@/lib/spending/types-of-spending";
import { KindChip, ParamStatusBadge } from "./badges";
import { FilterForm } from "./filter-form";
import { hrefOf, pageOf } from "./policies-place";
import { type RuleRow, ruleRows, typeLabel } from "./rule-rows";

const kinds: readonly InstrumentKind[] = ["NORM", "RULING", "HINT"];

type RuleTableProps = { params: readonly PolicyParam[]; filters: Record<string, string>; on: string };

/** Every rule of every rulebook, found by words, by what it applies to and by its kind of basis. */
export function RuleTable({ params, filters, on }: RuleTableProps) {
  const { status, page: _, ...others } = filters;
  const all = ruleRows(params, filters, on);
  const pending = all.filter((row) => row.pending.length > 0);
  const settled = all.filter((row) => row.pending.length === 0);
  const wanted = status === "pending" ? pending : status === "settled" ? settled : all;
  const { rows, paging } = pageOf(wanted, "/policies", filters);
  const tab = (key: string, label: string, count: number) => {
    const href = hrefOf("/policies", { ...others, status: key === "all" ? undefined : key });
    return { key, label, count, href };
  };
  return (
    <DataTable
      caption="规则"
      clearHref={hrefOf("/policies", { status })}
      columns={columns}
      empty={
        <EmptyState
          action={<LinkButton href="/policies">查看全部规则</LinkButton>}
          title="没有符合条件的规则"
        >
          换一个词，或去掉筛选条件。
        </EmptyState>
      }
      filters={chipsOf(filters)}
      id="policy-rules"
      paging={paging}
      rowKey={({ rule }) => rule.id}
      rows={rows}
      search={<RuleFilter filters={filters} />}
      tabs={{
        current: status === "pending" || status === "settled" ? status : "all",
        items: [
          tab("all", "全部", all.length),
          tab("settled", "已确认", settled.length),
          tab("pending", "待确认", pending.length),
        ],
      }}
    />
  );
}

function RuleFilter({ filters }: { filters: Record<string, string> }) {
  return (
    <FilterForm
      action="/policies"
      filters={filters}
      placeholder="编号、原文、文件名或文号"
      sets={["type", "kind"]}
    >
      <Select
        choices={spendingTypeCodes.map((code) => ({ value: code, label: spendingTypes[code].label }))}
        defaultValue={filters["type"] ?? ""}
        emptyLabel="全部类型"
        label="类型"
        labelHidden
        name="type"
        optional
      />
      <Select
        choices={kinds.map((kind) => ({ value: kind, label: instrumentKindLabels[kind] }))}
        defaultValue={filters["kind"] ?? ""}
        emptyLabel="全部依据种类"
        label="依据种类"
        labelHidden
        name="kind"
        optional
      />
    </FilterForm>
  );
}

function chipsOf(filters: Record<string, string>) {
  const { q, type, kind } = filters;
  const kindLabel = kinds.find((each) => each === kind);
  return [
    { name: "q", label: "搜索", value: q },
    { name: "type", label: "类型", value: type && typeLabel(type) },
    { name: "kind", label: "依据种类", value: kindLabel && instrumentKindLabels[kindLabel] },
  ].flatMap(({ name, label, value }) =>
    value === undefined || value === ""
      ? []
      : [
          {
            label,
            value,
            removeHref: hrefOf("/policies", { ...filters, [name]: undefined, page: undefined }),
          },
        ],
  );
}

const columns: readonly Column<RuleRow>[] = [
  {
    key: "rule",
    label: "规则",
    fixed: true,
    phone: "title",
    cell: ({ rule }) => (
      <>
        <TextLink href={`/policies/rules/${rule.id}`}>
          {rule.id} {rule.title}
        </TextLink>
        <span className="block font-normal text-sm text-ink-2">{rule.statement}</span>
      </>
    ),
  },
  { key: "applies", label: "适用于", cell: ({ appliesTo }) => <span className="text-sm">{appliesTo}</span> },
  {
    key: "basis",
    label: "依据",
    cell: ({ rule, kinds: own }) => (
      <span className="flex flex-wrap gap-1 text-sm">
        {own.map((kind) => (
          <KindChip key={kind} kind={kind} />
        ))}
        <span className="w-full">{basisText(rule.basis[0].instrument, rule.basis[0].article)}</span>
      </span>
    ),
  },
  {
    key: "status",
    label: "状态",
    cell: ({ pending }) => (
      <>
        <ParamStatusBadge status={pending.length === 0 ? "CONFIRMED" : "TO_CONFIRM"} />
        {pending.length > 0 && <span className="block text-xs text-ink-2">{pending.join("、")}</span>}
      </>
    ),
  },
];

function basisText(instrument: keyof typeof instruments, article: string | undefined): string {
  const { name, docNo } = instruments[instrument];
  return [name, docNo, article].filter(Boolean).join(" ");
}
