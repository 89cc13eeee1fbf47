import type { Tone } from "@/components/ui/tone";

export type ScaleZone = {
  /** Where the zone ends, in the units of the scale. */
  to: number;
  tone: Tone;
  /** Written at its end, for example 低保1,320. */
  label?: string | undefined;
};

type ScaleProps = {
  zones: readonly ScaleZone[];
  value: number;
  valueLabel: string;
  /** Read aloud in place of the drawing. */
  label: string;
};

const muted: Record<Tone, string> = {
  ok: "fill-ok-mute",
  warn: "fill-warn-mute",
  bad: "fill-bad-mute",
  unknown: "fill-line",
  act: "fill-act-mute",
};

/** Where a value lies between thresholds; the scale begins at zero and ends with its last zone. */
export function Scale({ zones, value, valueLabel, label }: ScaleProps) {
  const end = zones[zones.length - 1]?.to ?? 0;
  const percent = (at: number) => (end === 0 ? 0 : Math.round((Math.min(at, end) / end) * 1000) / 10);
  const here = percent(Math.max(0, value));
  return (
    <svg aria-label={label} className="w-full text-sm" height={62} role="img">
      {zones.map(({ to, tone }, index) => {
        const from = percent(zones[index - 1]?.to ?? 0);
        return (
          <rect
            className={muted[tone]}
            height={6}
            key={to}
            width={`${percent(to) - from}%`}
            x={`${from}%`}
            y={26}
          />
        );
      })}
      <line className="stroke-ink" strokeWidth={2} x1={`${here}%`} x2={`${here}%`} y1={19} y2={39} />
      <text className="fill-ink font-semibold" textAnchor={anchor(here)} x={`${here}%`} y={14}>
        {valueLabel}
      </text>
      {zones.map(({ to, label: zoneLabel }) => (
        <text className="fill-ink-2" key={to} textAnchor={anchor(percent(to))} x={`${percent(to)}%`} y={56}>
          {zoneLabel}
        </text>
      ))}
    </svg>
  );
}

function anchor(percent: number): "start" | "middle" | "end" {
  if (percent < 12) return "start";
  return percent > 88 ? "end" : "middle";
}
