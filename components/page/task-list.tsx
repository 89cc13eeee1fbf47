import { classNames } from "@/components/ui/class-names";
import type { IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { StatusBadge } from "./status-badge";

export type TaskState = "TODO" | "SEEN" | "DONE" | "BLOCKED";

export type TaskItem = {
  key: string;
  label: string;
  href: string;
  state: TaskState;
  /** Says more than the state's own word, for example 6项. */
  note?: string | undefined;
  /** Why it cannot start yet. */
  reason?: string | undefined;
  current?: boolean | undefined;
};

const states: Record<TaskState, { tone: Tone; icon: IconName; label: string }> = {
  TODO: { tone: "unknown", icon: "circle", label: "未开始" },
  SEEN: { tone: "warn", icon: "bang", label: "已看未全" },
  DONE: { tone: "ok", icon: "check", label: "已完成" },
  BLOCKED: { tone: "unknown", icon: "lock", label: "暂不能开始" },
};

/** The parts of a case with where each stands; the decision comes last. */
export function TaskList({ items, label }: { items: readonly TaskItem[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol className="py-2">
        {items.map((item) => (
          <li key={item.key}>
            <Task item={item} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Task({ item: { label, href, state, note, reason, current = false } }: { item: TaskItem }) {
  const { tone, icon, label: word } = states[state];
  const body = (
    <>
      <span className="min-w-0">
        {label}
        {state === "BLOCKED" && reason !== undefined && (
          <span className="block text-xs font-normal text-ink-2">{reason}</span>
        )}
      </span>
      <StatusBadge icon={icon} label={note ?? word} tone={tone} />
    </>
  );
  const line = "flex min-h-9 items-center justify-between gap-3 px-4.5 py-1.5";
  if (state === "BLOCKED") return <div className={classNames(line, "text-ink-2")}>{body}</div>;
  return (
    <TextLink
      className={classNames(
        line,
        "-outline-offset-2",
        current ? "bg-act-soft font-semibold" : "hover:bg-ground",
      )}
      current={current ? "step" : undefined}
      href={href}
    >
      {body}
    </TextLink>
  );
}
