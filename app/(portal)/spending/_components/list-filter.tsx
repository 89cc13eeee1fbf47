import { buttonClasses } from "@/components/ui/button";
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
        className={`${box} w-52`}
        defaultValue={search.text}
        name="text"
        placeholder="事由、单号、收款单位、发票号"
        type="search"
      />
      <select aria-label="支出类型" className={box} defaultValue={search.type ?? ""} name="type">
        <option value="">全部类型</option>
        {Object.entries(spendingTypes).map(([code, { label }]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <span className="flex items-center gap-1">
        <input aria-label="发生日期从" className={box} defaultValue={search.from} name="from" type="date" />
        至
        <input aria-label="发生日期到" className={box} defaultValue={search.to} name="to" type="date" />
      </span>
      <span className="flex items-center gap-1">
        <Amount label="金额从" name="min" value={search.min} />至
        <Amount label="金额到" name="max" value={search.max} />元
      </span>
      {hasSeveralUnions && (
        <select aria-label="单位范围" className={box} defaultValue={showsAll ? "all" : "own"} name="scope">
          <option value="own">本单位</option>
          <option value="all">全部可见单位</option>
        </select>
      )}
      <button className={buttonClasses("secondary", "small")} type="submit">
        查询
      </button>
    </form>
  );
}

function Amount({ label, name, value }: { label: string; name: string; value: string | undefined }) {
  return (
    <input
      aria-label={label}
      className={`${box} w-24 text-right`}
      defaultValue={value}
      inputMode="decimal"
      name={name}
    />
  );
}
