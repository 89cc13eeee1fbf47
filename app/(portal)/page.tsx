import { PageHeader } from "@/components/page/page-header";
import { today } from "@/lib/core/dates";
import { requireActor } from "@/lib/server/session";
import { TaskCard } from "./_components/task-card";
import { tasksOf } from "./desk-tasks";

export const metadata = { title: "工作台" };

export default async function DeskPage() {
  const actor = await requireActor();
  const tasks = await tasksOf(actor);
  const on = today();
  const [, month = "", day = ""] = on.split("-");
  return (
    <>
      <PageHeader title="工作台" lead={`今天${Number(month)}月${Number(day)}日，${tasks.length}件待办。`} />
      <TaskCard on={on} tasks={tasks} />
    </>
  );
}
