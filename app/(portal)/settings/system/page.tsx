import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { listSettings } from "@/lib/accounts/queries";
import { listSpecialDays } from "@/lib/calendar/queries";
import { today, yearOf } from "@/lib/core/dates";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { isSecureOrigin } from "@/lib/server/session-cookie";
import { CalendarCard, SettingsTable } from "../_components/system-cards";

export const metadata = { title: "系统设置" };

export default async function SystemSettingsPage() {
  const actor = await requireActor();
  const settings = await readForPage(actor, listSettings, {});
  const thisYear = yearOf(today());
  const years = [];
  for (const year of [thisYear, thisYear + 1])
    years.push(await readForPage(actor, listSpecialDays, { year }));
  const mayChange = may(actor, "accounts.manage");
  return (
    <>
      <PageHeader
        back={{ label: "我的设置", href: "/settings" }}
        lead="登录时限、每日上限和工作日历。"
        title="系统设置"
      />
      <div className="space-y-5">
        {!isSecureOrigin() && (
          <Card title="连接未加密">
            <p>
              本平台正以 HTTP 方式访问，登录凭证按较弱的方式保存。请在服务器前配置 HTTPS，并把访问地址改为
              https 开头。
            </p>
          </Card>
        )}
        <SettingsTable mayChange={mayChange} settings={settings} />
        {years.map((year) => (
          <CalendarCard calendar={year} key={year.year} mayAdd={may(actor, "calendar.manage")} />
        ))}
      </div>
    </>
  );
}
