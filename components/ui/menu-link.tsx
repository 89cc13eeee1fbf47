import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { TextLink } from "./text-link";

/** One choice of a menu; the chosen one is marked. */
export function MenuLink({
  href,
  children,
  current,
}: {
  href: string;
  children: ReactNode;
  current?: boolean | undefined;
}) {
  return (
    <TextLink
      className={classNames(
        "block px-3.5 py-1.5 whitespace-nowrap hover:bg-ground",
        current && "bg-act-soft font-semibold text-act",
      )}
      current={current ? "page" : undefined}
      href={href}
    >
      {children}
    </TextLink>
  );
}
