import { buttonClasses } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { kindLabels } from "@/lib/spending/labels";
import { spendingTypes } from "@/lib/spending/types-of-spending";
import type { ListSearch } from "./list-search";
import type { SpendingTab } from "./spending-tabs";

const box = "rounded-control border border-edge bg-paper px-2 py-1 text-sm";

type ListFilterProps = { search: ListSearch; tab: SpendingTab; hasSeveralUnions: boolean; showsAll: boolean };

/** The filters, sent as an address so that a list can be passed on. */
export function ListFilter({ search, tab, hasSeveralUnions, showsAll }: ListFilterProps) {
  return (
    <form action="/spending" className="flex flex-wrap items-center gap-2" method="get">
      <input name="tab" type="hidden" value={tab} />
      <input
        aria-label="事由、单号、收款单位或发票号"
        className={`${box} w-50`}
        defaultValue={search.text}
        name="text"
        placeholder="事由、单号、单位、发票号"
        type="search"
      />
      <select aria-label="支出类型" className={`${box} w-30`} defaultValue={search.type ?? ""} name="type">
        <option value="">全部类型</option>
        {Object.entries(spendingTypes).map(([code, { label }]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <Span from={["from", search.from, "日期从"]} label="发生日期" to={["to", search.to, "到"]} />
      <Menu className={buttonClasses("secondary", "small")} label="更多条件">
        <div className="space-y-2 px-3.5 py-2">
          <Span from={["min", search.min, "金额从"]} label="金额" to={["max", search.max, "到"]} />
          <select
            aria-label="单据种类"
            className={`${box} w-full`}
            defaultValue={search.kind ?? ""}
            name="kind"
          >
            <option value="">申请和报销</option>
            <option value="REQUEST">{kindLabels.REQUEST}</option>
            <option value="CLAIM">{kindLabels.CLAIM}</option>
          </select>
          {hasSeveralUnions && (
            <select
              aria-label="单位范围"
              className={`${box} w-full`}
              defaultValue={showsAll ? "all" : "own"}
              name="scope"
            >
              <option value="own">本单位</option>
              <option value="all">全部可见单位</option>
            </select>
          )}
        </div>
      </Menu>
      <button className={buttonClasses("secondary", "small")} type="submit">
        查询
      </button>
    </form>
  );
}

type End = readonly [name: string, value: string | undefined, example: string];

/** From and to, either of which may stay open. */
function Span({ label, from, to }: { label: string; from: End; to: End }) {
  const end = ([name, value, example]: End, word: string) => (
    <input
      aria-label={`${label}${word}`}
      autoComplete="off"
      className={`${box} w-26`}
      defaultValue={value}
      name={name}
      placeholder={example}
    />
  );
  return (
    <span className="flex items-center gap-1">
      {end(from, "从")}至{end(to, "到")}
    </span>
  );
}
