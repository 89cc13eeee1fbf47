import type { ReactNode } from "react";
import { Bar } from "@/components/ui/bar";
import { TextLink } from "@/components/ui/text-link";

export type FunnelLevel = { label: string; reached: number; total: number; href?: string | undefined };

/** How far something has come down, level by level; the last level is drawn lighter as the goal still ahead. */
export function Funnel({ levels, note }: { levels: readonly FunnelLevel[]; note?: ReactNode }) {
  return (
    <>
      <dl className="space-y-2.5">
        {levels.map(({ label, reached, total, href }, index) => (
          <div className="grid grid-cols-[7.5rem_minmax(3rem,10rem)_1fr] items-center gap-x-3" key={label}>
            <dt>{href === undefined ? label : <TextLink href={href}>{label}</TextLink>}</dt>
            <dd aria-hidden="true">
              <Bar
                share={total === 0 ? 0 : reached / total}
                thick
                tone={index > 0 && index === levels.length - 1 ? "faint" : "act"}
              />
            </dd>
            <dd className="whitespace-nowrap">
              {reached.toLocaleString("zh-CN")} / {total.toLocaleString("zh-CN")}
              <span className="ml-3">{total === 0 ? "—" : `${Math.floor((reached * 100) / total)}%`}</span>
            </dd>
          </div>
        ))}
      </dl>
      {note !== undefined && <p className="mt-3 text-xs text-ink-2">{note}</p>}
    </>
  );
}
