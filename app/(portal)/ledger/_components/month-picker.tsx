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
        className="rounded-control border border-edge bg-paper px-2.5 py-1"
        defaultValue={month}
        id="month"
        name="month"
        type="month"
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
