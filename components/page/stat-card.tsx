import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

type StatCardProps = {
  label: string;
  value: ReactNode;
  unit?: string | undefined;
  note?: ReactNode;
  /** The rows behind the figure. */
  href?: string | undefined;
};

/** One headline figure; with an address it leads to the rows it was counted from. */
export function StatCard({ label, value, unit, note, href }: StatCardProps) {
  const body = (
    <>
      <span className="block text-xs text-ink-2">{label}</span>
      <span className="block text-figure font-semibold text-ink">
        {value}
        {unit !== undefined && <span className="ml-1 text-card">{unit}</span>}
      </span>
      {note !== undefined && <span className="block text-xs leading-relaxed text-ink-2">{note}</span>}
    </>
  );
  const box = "block min-w-0 rounded-card border border-line bg-paper px-4.5 py-4";
  if (href === undefined) return <div className={box}>{body}</div>;
  return (
    <TextLink className={`${box} hover:border-act`} href={href}>
      {body}
    </TextLink>
  );
}

/** A row of headline figures. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="mb-5 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">{children}</div>;
}
