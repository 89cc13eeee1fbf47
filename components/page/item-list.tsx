import type { ReactNode } from "react";
import type { IconName } from "@/components/ui/icon";
import { Sign } from "@/components/ui/sign";
import type { Tone } from "@/components/ui/tone";

export type ListItem = {
  key: string;
  title: ReactNode;
  text?: ReactNode;
  /** Small print: where it comes from, until when. */
  meta?: ReactNode;
  tone?: Tone | undefined;
  icon?: IconName | undefined;
};

/** Short things below each other with a sign or, when numbered, their number. */
export function ItemList({
  items,
  numbered = false,
}: {
  items: readonly ListItem[];
  numbered?: boolean | undefined;
}) {
  const lines = items.map(({ key, title, text, meta, tone = "act", icon }, index) => (
    <li className="flex gap-2.5 border-b border-line px-4.5 py-3 last:border-0" key={key}>
      <span className="mt-px">
        <Sign
          icon={icon}
          text={numbered ? String(index + 1) : undefined}
          tone={numbered ? "unknown" : tone}
        />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {text !== undefined && <p>{text}</p>}
        {meta !== undefined && <p className="text-xs text-ink-2">{meta}</p>}
      </div>
    </li>
  ));
  return numbered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
}
