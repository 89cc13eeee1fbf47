import { buttonClasses } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { addMonth } from "./months";

/** Which month a book is opened at: back, on, or typed. */
export function MonthPicker({ path, month }: { path: string; month: string }) {
  return (
    <form action={path} className="flex flex-wrap items-center gap-2" method="get">
      <LinkButton href={`${path}?month=${addMonth(month, -1)}`} size="small">
        上月
      </LinkButton>
      <label className="sr-only" htmlFor="month">
        月份
      </label>
      <input
        autoComplete="off"
        className="w-28 rounded-control border border-edge bg-paper px-2.5 py-1"
        inputMode="numeric"
        placeholder="2026-09"
        defaultValue={month}
        id="month"
        name="month"
        type="text"
      />
      <LinkButton href={`${path}?month=${addMonth(month, 1)}`} size="small">
        下月
      </LinkButton>
      <button className={buttonClasses("secondary", "small")} type="submit">
        查看
      </button>
    </form>
  );
}
