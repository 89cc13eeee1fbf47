import { classNames } from "@/components/ui/class-names";

export type TrackStep = { label: string; state: "done" | "current" | "ahead"; note?: string | undefined };

const dots: Record<TrackStep["state"], string> = {
  done: "bg-ok border-ok",
  current: "border-act",
  ahead: "border-edge",
};

const words: Record<TrackStep["state"], string> = { done: "已完成", current: "当前", ahead: "未到" };

/** The stations of a way, with how far it has come and how long each took. */
export function StepTrack({ steps }: { steps: readonly TrackStep[] }) {
  return (
    <ol className="space-y-2">
      {steps.map(({ label, state, note }) => (
        <li
          className="flex items-baseline gap-3.5"
          aria-current={state === "current" ? "step" : undefined}
          key={label}
        >
          <span
            aria-hidden="true"
            className={classNames("h-2.5 w-2.5 shrink-0 rounded-full border-2", dots[state])}
          />
          <span
            className={classNames(state === "current" && "font-semibold", state === "ahead" && "text-ink-2")}
          >
            {label}
            <span className="sr-only">（{words[state]}）</span>
          </span>
          {note !== undefined && <span className="ml-auto text-sm text-ink-2">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
