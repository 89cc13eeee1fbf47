import type { NavigationGroup } from "@/components/page/navigation";
import type { Area } from "@/lib/desk/model";
import type { Permission } from "@/lib/server/permissions";

/** What can have something waiting: the modules, the desk over all of them, and unread messages. */
type Counted = Area | "desk" | "messages";

type Entry = { href: string; label: string; permission: Permission; counts?: Counted };

const areas: { title?: string; entries: Entry[] }[] = [
  { entries: [{ href: "/", label: "工作台", permission: "desk.view", counts: "desk" }] },
  {
    title: "经费",
    entries: [
      { href: "/spending", label: "报销与支出", permission: "spending.view", counts: "spending" },
      { href: "/ledger", label: "凭证与账簿", permission: "ledger.view", counts: "ledger" },
      { href: "/budget", label: "预算", permission: "budget.view" },
    ],
  },
  {
    title: "组织",
    entries: [
      { href: "/unions", label: "工会组织", permission: "unions.view" },
      { href: "/workers", label: "会员名册", permission: "workers.view" },
    ],
  },
  {
    title: "共建",
    entries: [
      { href: "/policies", label: "政策依据", permission: "policies.view" },
      { href: "/messages", label: "消息", permission: "messages.read", counts: "messages" },
    ],
  },
  {
    title: "管理",
    entries: [
      { href: "/accounts", label: "账号与岗位", permission: "accounts.view" },
      { href: "/audit", label: "操作日志", permission: "audit.view" },
    ],
  },
];

/** The areas a person may enter, with what waits there. */
export function navigationFor(
  held: ReadonlySet<Permission>,
  waiting: Partial<Record<Counted, number>>,
): NavigationGroup[] {
  return areas
    .map(({ title, entries }) => ({
      title,
      items: entries
        .filter((entry) => held.has(entry.permission))
        .map(({ href, label, counts }) => ({ href, label, count: counts && waiting[counts] })),
    }))
    .filter((group) => group.items.length > 0);
}
