import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type CardProps = {
  title?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Lists and tables bring their own edges. */
  flush?: boolean | undefined;
};

/** A white card with one grey line round it. */
export function Card({ title, aside, children, footer, flush = false }: CardProps) {
  return (
    <section className="min-w-0 rounded-card border border-line bg-paper">
      {title !== undefined && (
        <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4.5 py-2">
          <h2 className="text-card font-semibold">{title}</h2>
          {aside !== undefined && <div className="text-sm text-ink-2">{aside}</div>}
        </div>
      )}
      <div className={classNames(!flush && "px-4.5 py-4")}>{children}</div>
      {footer !== undefined && <div className="border-t border-line px-4.5 py-3">{footer}</div>}
    </section>
  );
}
