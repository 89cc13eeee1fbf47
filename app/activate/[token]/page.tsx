import { GateCard } from "@/app/login/_components/gate-card";
import { NewPasswordForm } from "@/app/login/_components/new-password-form";
import { ownerOfLink } from "@/lib/server/new-password";

export const metadata = { title: "激活账号", referrer: "no-referrer" };

export default async function ActivatePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const owner = await ownerOfLink(token, "ACTIVATE");
  if (owner === null) {
    return (
      <GateCard title="链接已失效">
        <p>链接只能用一次，并有有效时间。请联系系统管理员重新发送。</p>
      </GateCard>
    );
  }
  return (
    <GateCard lead={`${owner.name}，请为账号${owner.login}设置密码。密码只有您自己知道。`} title="激活账号">
      <NewPasswordForm login={owner.login} purpose="ACTIVATE" token={token} />
    </GateCard>
  );
}
