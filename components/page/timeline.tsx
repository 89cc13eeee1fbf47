import type { ReactNode } from "react";

export type TimelineEntry = {
  key: string;
  /** When, as it is to be read: 11-19 or 2026-11-19 14:02. */
  on: string;
  who?: string | undefined;
  what: ReactNode;
  changes?: readonly { label: string; from: string; to: string }[] | undefined;
  why?: string | undefined;
};

/** Who did what, what changed from old to new, and why; the newest first as given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="space-y-3">
      {entries.map(({ key, on, who, what, changes = [], why }) => (
        <li className="flex gap-4" key={key}>
          <time className="min-w-11 shrink-0 whitespace-nowrap text-sm text-ink-2">{on}</time>
          <div className="min-w-0 flex-1 text-sm">
            <p>
              {who !== undefined && <span className="font-medium">{who}　</span>}
              {what}
            </p>
            {changes.map(({ label, from, to }) => (
              <p className="text-ink-2" key={label}>
                {label}：<del>{from}</del>
                <span aria-hidden="true"> → </span>
                <span className="sr-only">改为</span>
                <ins className="text-ink no-underline">{to}</ins>
              </p>
            ))}
            {why !== undefined && <p className="text-ink-2">原因：{why}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
