import { hrefOf } from "@/app/(portal)/_components/page-place";
import type { TabItem } from "@/components/ui/tabs";
import type { ListSearch } from "./list-search";
import { spendingTabs } from "./spending-tabs";

type Counted = { counts: Readonly<Record<string, number>>; waiting: number };

/** The tabs with how many documents each holds under the same filters. */
export function tabItems(search: ListSearch, { counts, waiting }: Counted): TabItem[] {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    {
      ...{ key: "mine", label: "待我办", href: hrefOf("/spending", { ...search, tab: "mine" }) },
      ...{ count: waiting, urgent: true },
    },
    ...Object.entries(spendingTabs).map(([key, { label, states }]) => ({
      ...{ key, label, href: hrefOf("/spending", { ...search, tab: key }) },
      count: key === "all" ? total : states.reduce((sum, state) => sum + (counts[state] ?? 0), 0),
    })),
  ];
}
