import type { ReactNode } from "react";
import { buttonClasses } from "./button";
import { Icon } from "./icon";
import { LinkButton } from "./link-button";

export type Paging = {
  /** Null on the first page. */
  previousHref: string | null;
  /** Null on the last page. */
  nextHref: string | null;
  /** For example 第1–50条，共1,204条. */
  summary: string;
};

/** Paging by cursor: back and on, no page numbers that move while others write. */
export function Pagination({ previousHref, nextHref, summary }: Paging) {
  return (
    <nav aria-label="翻页" className="flex items-center justify-between gap-3 print:hidden">
      <span className="text-sm text-ink-2">{summary}</span>
      <span className="flex gap-2">
        <Step href={previousHref}>
          <Icon name="back" size={12} />
          上一页
        </Step>
        <Step href={nextHref}>
          下一页
          <Icon name="next" size={12} />
        </Step>
      </span>
    </nav>
  );
}

function Step({ href, children }: { href: string | null; children: ReactNode }) {
  if (href !== null) {
    return (
      <LinkButton href={href} size="small">
        {children}
      </LinkButton>
    );
  }
  return (
    <button className={buttonClasses("secondary", "small")} disabled type="button">
      {children}
    </button>
  );
}
