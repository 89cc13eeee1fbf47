import { redirect } from "next/navigation";
import { shownDemoAccounts } from "@/lib/server/demo-accounts";
import { currentActor } from "@/lib/server/session";
import { ownPath } from "@/lib/server/session-cookie";
import { GateCard } from "./_components/gate-card";
import { LoginForm } from "./_components/login-form";

export const metadata = { title: "登录" };

const endings: ReadonlyMap<string, string> = new Map([
  ["IDLE", "长时间没有操作，已自动退出。登录后会回到刚才的页面。"],
  ["EXPIRED", "本次登录已到最长时间，请重新登录。登录后会回到刚才的页面。"],
  ["SIGNED_OUT", "已退出登录。"],
  ["ELSEWHERE", "同一账号在别处登录，本处的登录已结束。如果不是您本人，请联系系统管理员。"],
  ["ENDED", "这次登录已被本人或管理员结束，请重新登录。"],
  ["PASSWORD", "密码已更改，请用新密码登录。"],
  ["DISABLED", "账号已停用，请联系系统管理员。"],
]);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: Props) {
  const { next, ended, login } = await searchParams;
  const nextHref = ownPath(typeof next === "string" ? next : null);
  if ((await currentActor()) !== null) redirect(nextHref);
  return (
    <GateCard lead={endings.get(typeof ended === "string" ? ended : "")} title="登录">
      <LoginForm
        demo={await shownDemoAccounts()}
        login={typeof login === "string" ? login.slice(0, 64) : ""}
        nextHref={nextHref}
      />
    </GateCard>
  );
}
