import Link from "next/link";
import type { ReactNode } from "react";

type TextLinkProps = {
  href: string;
  children: ReactNode;
  className?: string | undefined;
  current?: "page" | "step" | undefined;
  label?: string | undefined;
  download?: boolean | undefined;
};

const inlineLink =
  "text-act underline decoration-act-mute decoration-1 underline-offset-4 hover:decoration-act print:text-ink print:no-underline";

/**
 * A link. It never prefetches: every page is somebody's own view and costs a transaction.
 * Downloads and places on the same page stay with the browser.
 */
export function TextLink({
  href,
  children,
  className = inlineLink,
  current,
  label,
  download,
}: TextLinkProps) {
  const shared = { className, "aria-current": current, "aria-label": label };
  if (download || href.startsWith("#") || /^[a-z]+:/.test(href)) {
    return (
      <a href={href} download={download} {...shared}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} {...shared}>
      {children}
    </Link>
  );
}
