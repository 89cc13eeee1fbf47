import { classNames } from "./class-names";
import { TextLink } from "./text-link";

export type TabItem = {
  key: string;
  label: string;
  href: string;
  count?: number | undefined;
  urgent?: boolean | undefined;
};

/** Tabs are links: the chosen one stands in the address and can be passed on. */
export function Tabs({
  items,
  current,
  label,
}: {
  items: readonly TabItem[];
  current: string;
  label: string;
}) {
  return (
    <nav aria-label={label} className="-mb-px flex flex-wrap gap-x-5 print:hidden">
      {items.map((item) => (
        <TextLink
          className={classNames(
            "flex items-center gap-1.5 border-b-2 py-2.5 whitespace-nowrap",
            item.key === current
              ? "border-act font-semibold text-ink"
              : "border-transparent text-ink-2 hover:border-line hover:text-ink",
          )}
          current={item.key === current ? "page" : undefined}
          href={item.href}
          key={item.key}
        >
          {item.label}
          {item.count !== undefined && (
            <span
              className={classNames(
                "rounded-full px-1.5 text-xs",
                item.urgent && item.count > 0 ? "bg-bad-soft text-bad" : "bg-unknown-soft text-unknown",
              )}
            >
              {item.count.toLocaleString("zh-CN")}
            </span>
          )}
        </TextLink>
      ))}
    </nav>
  );
}
