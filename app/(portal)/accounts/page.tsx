import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { listAccounts } from "@/lib/accounts/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { AccountTable } from "./_components/account-table";
import { InviteForm } from "./_components/invite-form";

export const metadata = { title: "账号与岗位" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q, status, after } = await searchParams;
  const search = { ...(q && { q }), ...(status && { status }) };
  const list = await readForPage(actor, listAccounts, { ...search, ...(after && { after }) });
  return (
    <>
      <PageHeader
        actions={
          <>
            <LinkButton href="/accounts/permissions">岗位权限表</LinkButton>
            {may(actor, "accounts.manage") && <InviteForm />}
          </>
        }
        lead="系统管理员开通账号，安全管理员授予岗位；密码只由本人设置，谁也看不到。"
        title="账号与岗位"
      />
      <AccountTable
        list={list}
        q={typeof q === "string" ? q : ""}
        status={typeof status === "string" ? status : ""}
      />
    </>
  );
}
