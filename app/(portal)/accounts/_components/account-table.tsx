import { hrefOf } from "@/app/(portal)/_components/page-place";
import { DataTable } from "@/components/page/data-table";
import { EmptyState } from "@/components/page/empty-state";
import { StatusBadge } from "@/components/page/status-badge";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { accountStatusLabels } from "@/lib/accounts/labels";
import type { listAccounts } from "@/lib/accounts/queries";
import { roleLabels } from "@/lib/server/permissions";

type List = Awaited<ReturnType<(typeof listAccounts)["run"]>>;

export const statusTones: Record<keyof typeof accountStatusLabels, Tone> = {
  ACTIVE: "ok",
  INVITED: "warn",
  DISABLED: "unknown",
};

/** The accounts with the roles that run now. */
export function AccountTable({ list, q, status }: { list: List; q: string; status: string }) {
  const tabs = [
    { key: "", label: "全部", href: hrefOf("/accounts", { q }) },
    ...Object.entries(accountStatusLabels).map(([key, label]) => ({
      ...{ key, label },
      href: hrefOf("/accounts", { q, status: key }),
    })),
  ];
  return (
    <DataTable
      caption="账号"
      columns={[
        {
          ...{ key: "login", label: "账号", fixed: true, phone: "title" },
          cell: (row) => <TextLink href={`/accounts/${row.id}`}>{row.login}</TextLink>,
        },
        { key: "name", label: "姓名", cell: (row) => row.name },
        {
          ...{ key: "roles", label: "岗位" },
          cell: (row) =>
            row.roles.length === 0 ? (
              <span className="text-ink-3">未授予岗位</span>
            ) : (
              <ul>
                {row.roles.map((grant) => (
                  <li key={grant.id}>
                    {roleLabels[grant.role]}
                    <span className="text-ink-2">（{grant.unionName}）</span>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          ...{ key: "status", label: "状态" },
          cell: (row) => (
            <StatusBadge label={accountStatusLabels[row.status]} tone={statusTones[row.status]} />
          ),
        },
      ]}
      empty={<EmptyState title="没有符合条件的账号">换个账号或姓名再查，或开通新账号。</EmptyState>}
      id="accounts"
      paging={{
        previousHref: null,
        nextHref: list.next === null ? null : hrefOf("/accounts", { q, status, after: list.next }),
        summary: `本页 ${list.accounts.length} 个账号`,
      }}
      rowKey={(row) => row.id}
      rows={list.accounts}
      search={
        <form action="/accounts" className="flex gap-2" method="get">
          <input
            aria-label="账号或姓名"
            className="rounded-control border border-edge bg-paper px-2.5 py-1 text-sm"
            defaultValue={q}
            name="q"
            placeholder="账号或姓名"
          />
          <Button size="small" type="submit">
            查找
          </Button>
        </form>
      }
      tabs={{ items: tabs, current: status }}
    />
  );
}
