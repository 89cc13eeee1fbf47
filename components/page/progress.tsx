import type { ReactNode } from "react";
import { Bar } from "@/components/ui/bar";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import { StatusBadge } from "./status-badge";

export type WorkState = "WAITING" | "RUNNING" | "DONE" | "STOPPED" | "FAILED";

const states: Record<WorkState, { tone: Tone; icon: IconName; label: string }> = {
  WAITING: { tone: "unknown", icon: "circle", label: "排队中" },
  RUNNING: { tone: "act", icon: "arrow", label: "进行中" },
  DONE: { tone: "ok", icon: "check", label: "已完成" },
  STOPPED: { tone: "warn", icon: "minus", label: "已取消" },
  FAILED: { tone: "bad", icon: "cross", label: "未完成" },
};

type ProgressProps = {
  label: string;
  state: WorkState;
  done: number;
  /** Null while it is not known how much there is. */
  total: number | null;
  note?: ReactNode;
  /** Cancel, or the way to what came out of it. */
  actions?: ReactNode;
};

/** Long work with its counts; it can be left and found again. */
export function Progress({ label, state, done, total, note, actions }: ProgressProps) {
  const { tone, icon, label: word } = states[state];
  return (
    <section aria-label={label} className="space-y-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium">{label}</span>
        <span className="flex items-center gap-2 text-sm text-ink-2">
          {done.toLocaleString("zh-CN")}
          {total !== null && ` / ${total.toLocaleString("zh-CN")}`}
          <StatusBadge icon={icon} label={word} tone={tone} />
        </span>
      </div>
      <Bar
        share={total === null || total === 0 ? 0 : done / total}
        tone={state === "RUNNING" ? "act" : tone}
      />
      {(note !== undefined || actions !== undefined) && (
        <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
          <span>{note}</span>
          <span className="flex gap-2">{actions}</span>
        </div>
      )}
    </section>
  );
}
