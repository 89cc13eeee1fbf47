import { buttonClasses } from "@/components/ui/button";
import { commandChoices } from "./command-label";
import type { AuditSearch } from "./search";

const box = "rounded-control border border-edge bg-paper px-2.5 py-1 max-sm:w-full";

/** The filters of the log; they stand in the address, so that a view can be passed on. */
export function FilterForm({ search }: { search: AuditSearch }) {
  return (
    <form action="/audit" className="flex flex-wrap items-center gap-2" method="get">
      {search.outcome !== undefined && <input name="outcome" type="hidden" value={search.outcome} />}
      {search.unionId !== undefined && <input name="unionId" type="hidden" value={search.unionId} />}
      <select aria-label="操作" className={box} defaultValue={search.command ?? ""} name="command">
        <option value="">全部操作</option>
        {commandChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <input
        aria-label="操作人姓名"
        className={`${box} w-32`}
        defaultValue={search.actor}
        maxLength={50}
        name="actor"
        placeholder="操作人"
        type="search"
      />
      <input aria-label="开始日期" className={box} defaultValue={search.from} name="from" type="date" />
      <input aria-label="结束日期" className={box} defaultValue={search.to} name="to" type="date" />
      <button className={buttonClasses("secondary", "small")} type="submit">
        查询
      </button>
    </form>
  );
}
