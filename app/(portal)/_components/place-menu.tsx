import { Menu } from "@/components/ui/menu";
import { today, yearOf } from "@/lib/core/dates";
import { switchPlaceAction } from "../actions";

type Place = {
  union: { id: number; name: string; parentName: string | null; isDistrict: boolean } | null;
  choices: { id: number; name: string }[];
};

/** Whose books one is in; the other unions where this person holds a role. */
export function PlaceMenu({ place, year }: { place: Place; year: number }) {
  const { union, choices } = place;
  if (union === null) return <span>尚未授予岗位</span>;
  const label = union.isDistrict
    ? `${union.name}（全区）`
    : [union.parentName, union.name].filter(Boolean).join(" · ");
  return (
    <Menu label={label} purpose="切换单位">
      <Choices
        items={choices.map((choice) => ({
          ...choice,
          unionId: choice.id,
          year,
          isCurrent: choice.id === union.id,
        }))}
      />
    </Menu>
  );
}

/** Which year's books are shown. */
export function YearMenu({ unionId, year }: { unionId: number | null; year: number }) {
  const thisYear = yearOf(today());
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3];
  return (
    <Menu label={`${year} 年度`} purpose="切换年度">
      <Choices
        items={years.map((each) => ({
          id: each,
          name: `${each} 年度`,
          unionId,
          year: each,
          isCurrent: each === year,
        }))}
      />
    </Menu>
  );
}

type Choice = { id: number; name: string; unionId: number | null; year: number; isCurrent: boolean };

function Choices({ items }: { items: Choice[] }) {
  return items.map((item) => (
    <form action={switchPlaceAction} key={item.id}>
      <input name="unionId" type="hidden" value={item.unionId ?? ""} />
      <input name="year" type="hidden" value={item.year} />
      <button
        aria-current={item.isCurrent ? "true" : undefined}
        className="block w-full px-3.5 py-1.5 text-left font-normal whitespace-nowrap hover:bg-ground aria-[current]:bg-act-soft aria-[current]:font-semibold aria-[current]:text-act"
        type="submit"
      >
        {item.name}
      </button>
    </form>
  ));
}
