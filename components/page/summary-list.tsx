import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** Leads to the field and comes back to this row. */
  editHref?: string | undefined;
};

/** Check your answers: one row per answer, with the way to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl>
      {rows.map(({ label, value, editHref }) => (
        <div
          className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2.5 first:pt-0 last:border-0 last:pb-0"
          key={label}
        >
          <dt className="w-full text-sm text-ink-2 sm:w-36">{label}</dt>
          <dd className="min-w-0 flex-1">{value}</dd>
          {editHref !== undefined && (
            <dd className="print:hidden">
              <TextLink href={editHref} label={`修改${label}`}>
                修改
              </TextLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
