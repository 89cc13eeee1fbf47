import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { StatusBadge } from "@/components/page/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { daysBetween } from "@/lib/core/dates";
import { type DeskTask, type Urgency, urgencyOf } from "@/lib/desk/model";

const urgencies: Record<Urgency, { tone: Tone; label: string }> = {
  OVERDUE: { tone: "bad", label: "已超期" },
  DUE_SOON: { tone: "warn", label: "临期" },
  OPEN: { tone: "unknown", label: "待办" },
};

/** What waits for this person, each line leading to the place where it is done. */
export function TaskCard({ tasks, on }: { tasks: readonly DeskTask[]; on: string }) {
  return (
    <Card flush title="待办">
      {tasks.length === 0 ? (
        <EmptyState title="没有等您办理的事项">有新的单据走到您这一步时，会列在这里。</EmptyState>
      ) : (
        <ul>
          {tasks.map((task) => (
            <li
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-b border-line px-4.5 py-2.5 last:border-0 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_7rem_5rem]"
              key={`${task.area}${task.href}${task.title}`}
            >
              <TextLink className="text-ink hover:text-act" href={task.href}>
                {task.title}
              </TextLink>
              <span className="text-ink-2 max-sm:order-3">{task.unionName}</span>
              <span className="text-ink-2 max-sm:order-4">{task.dueOn ?? `${task.since} 起`}</span>
              <span className="text-right">
                <StatusBadge
                  {...urgencies[urgencyOf(task.dueOn === null ? null : daysBetween(on, task.dueOn))]}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
