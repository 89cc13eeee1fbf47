import { PageHeader } from "@/components/page/page-header";
import { StatCard, StatRow } from "@/components/page/stat-card";
import { today } from "@/lib/core/dates";
import { getPlace } from "@/lib/desk/queries";
import { getFigures } from "@/lib/desk/reports/figures";
import { may } from "@/lib/server/actor";
import { chosenPlace } from "@/lib/server/place";
import { read } from "@/lib/server/query";
import { requireActor } from "@/lib/server/session";
import { MessageCard } from "./_components/message-card";
import { TaskCard } from "./_components/task-card";
import { waitingFor } from "./desk-tasks";

export const metadata = { title: "工作台" };

export default async function DeskPage() {
  const actor = await requireActor();
  const choice = await chosenPlace(actor);
  const [{ tasks, messages, unread }, place] = await Promise.all([
    waitingFor(actor),
    read(actor, getPlace, { unionId: choice.unionId }),
  ]);
  const unionId = place.union?.id;
  const mayCount = unionId !== undefined && may(actor, "spending.view", unionId);
  const figures = mayCount ? await read(actor, getFigures, { unionId, year: choice.year }) : [];
  const on = today();
  const [, month = "", day = ""] = on.split("-");
  return (
    <>
      <PageHeader title="工作台" lead={`今天${Number(month)}月${Number(day)}日，${tasks.length}件待办。`} />
      {figures.length > 0 && (
        <StatRow>
          {figures.map((each) => (
            <StatCard key={each.label} {...each} />
          ))}
        </StatRow>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TaskCard on={on} tasks={tasks} />
        <MessageCard messages={messages} unread={unread} />
      </div>
    </>
  );
}
