import { PageHeader } from "@/components/page/page-header";
import { accountStatusLabels } from "@/lib/accounts/labels";
import { getAccount, getGrantChoices } from "@/lib/accounts/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { roleLabels } from "@/lib/server/permissions";
import { requireActor } from "@/lib/server/session";
import { AccountActions } from "../_components/account-actions";
import { GrantsCard, SessionsCard } from "../_components/account-cards";
import { GrantForm } from "../_components/grant-form";

export const metadata = { title: "账号" };

export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const actor = await requireActor();
  const { accountId } = await params;
  const account = await readForPage(actor, getAccount, { accountId });
  const { unions, lacksSecurityAdmin } = await readForPage(actor, getGrantChoices, {});
  const [mayManage, mayGrant] = [may(actor, "accounts.manage"), may(actor, "roles.grant")];
  const isOwn = actor.accountId?.toString() === accountId;
  const unionOptions = unions.map(({ id, name }) => ({ value: String(id), label: name }));
  const roleChoices = Object.entries(roleLabels).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHeader
        actions={
          <>
            {mayGrant && !isOwn && (
              <GrantForm accountId={accountId} roles={roleChoices} unions={unionOptions} />
            )}
            {mayManage && !isOwn && (
              <AccountActions
                accountId={accountId}
                lacksSecurityAdmin={lacksSecurityAdmin}
                status={account.status}
              />
            )}
          </>
        }
        back={{ label: "账号与岗位", href: "/accounts" }}
        lead={`账号 ${account.login}，${accountStatusLabels[account.status]}。同一人的岗位按人核对，不按账号。`}
        title={account.name}
      />
      <div className="space-y-5">
        <GrantsCard grants={account.grants} mayGrant={mayGrant && !isOwn} />
        <SessionsCard mayEnd={mayManage} sessions={account.sessions} />
      </div>
    </>
  );
}
