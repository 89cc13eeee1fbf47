"use client";

import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { TextLink } from "@/components/ui/text-link";

export type NavigationItem = {
  href: string;
  label: string;
  /** How many things wait here for this person. */
  count?: number | undefined;
};

export type NavigationGroup = { title?: string | undefined; items: readonly NavigationItem[] };

/** The areas, the current one marked by the thin red bar. The address decides, since a layout is not drawn again. */
export function Navigation({ groups }: { groups: readonly NavigationGroup[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="主导航" className="pb-6">
      {groups.map((group, index) => (
        <div className={index > 0 ? "mt-3" : undefined} key={group.title ?? "first"}>
          {group.title !== undefined && (
            <h2 className="px-4.5 pt-1 pb-1.5 text-xs text-ink-3">{group.title}</h2>
          )}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <Entry current={isWithin(pathname, item.href)} item={item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Entry({ item, current }: { item: NavigationItem; current: boolean }) {
  return (
    <TextLink
      className={classNames(
        "flex min-h-9 items-center justify-between gap-2 border-l-3 py-1.5 pr-4.5 pl-4.5 -outline-offset-2",
        current
          ? "border-brand bg-ground font-semibold text-ink"
          : "border-transparent text-ink-2 hover:bg-ground hover:text-ink",
      )}
      current={current ? "page" : undefined}
      href={item.href}
    >
      {item.label}
      {item.count !== undefined && item.count > 0 && (
        <span className="min-w-5 rounded-full bg-bad-soft px-1.5 text-center text-xs font-semibold text-bad">
          {item.count > 99 ? "99+" : item.count}
          <span className="sr-only">件待办</span>
        </span>
      )}
    </TextLink>
  );
}

function isWithin(pathname: string | null, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || (pathname ?? "").startsWith(`${href}/`);
}
