import { cookies } from "next/headers";
import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { listMySessions } from "@/lib/accounts/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { MySessions, PasswordCard, SizeCard } from "./_components/my-cards";

export const metadata = { title: "我的设置" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const sessions = await readForPage(actor, listMySessions, {});
  const size = (await cookies()).get("size")?.value === "large" ? "large" : "normal";
  return (
    <>
      <PageHeader
        actions={may(actor, "accounts.view") && <LinkButton href="/settings/system">系统设置</LinkButton>}
        lead="在哪里登录、密码和字号，只影响您本人。"
        title="我的设置"
      />
      <div className="space-y-5">
        <MySessions sessions={sessions} />
        <PasswordCard />
        <SizeCard size={size} />
      </div>
    </>
  );
}
