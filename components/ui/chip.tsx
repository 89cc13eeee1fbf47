import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { TextLink } from "./text-link";
import { type Tone, toneSoft } from "./tone";

/** A word or two on a soft ground: a state, or a conclusion with its count. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-chip px-1.5 py-px text-xs font-medium whitespace-nowrap print:border",
        toneSoft[tone],
      )}
    >
      {children}
    </span>
  );
}

export type FilterChipItem = { label: string; value: string; removeHref: string };

/** A chosen filter; following it takes the filter out of the address. */
export function FilterChip({ label, value, removeHref }: FilterChipItem) {
  return (
    <TextLink
      className="inline-flex items-center gap-1 rounded-chip bg-act-soft py-0.5 pr-1 pl-2 text-xs text-act hover:bg-line"
      href={removeHref}
      label={`去掉筛选：${label}${value}`}
    >
      {label}：{value}
      <Icon name="cross" size={12} />
    </TextLink>
  );
}
