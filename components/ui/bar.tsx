import { classNames } from "./class-names";
import { type Tone, toneFill } from "./tone";

type BarProps = {
  /** 0 to 1; more than the whole is drawn full. */
  share: number;
  tone?: Tone | "faint" | undefined;
  thick?: boolean | undefined;
  /** Read aloud in place of the drawing; leave it out where the figure stands beside the bar. */
  label?: string | undefined;
};

/** A share of a whole, drawn by attributes because the content policy allows no style attribute. */
export function Bar({ share, tone = "act", thick = false, label }: BarProps) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  const height = thick ? 22 : 8;
  return (
    <svg
      aria-hidden={label === undefined ? true : undefined}
      aria-label={label}
      className="w-full"
      height={height}
      role={label === undefined ? undefined : "img"}
    >
      <rect className="fill-line" height={height} rx={thick ? 3 : 4} width="100%" />
      <rect
        className={classNames(tone === "faint" ? "fill-act-mute" : toneFill[tone])}
        height={height}
        rx={thick ? 3 : 4}
        width={width}
      />
    </svg>
  );
}
