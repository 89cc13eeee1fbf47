import type { ReactNode } from "react";

/** A value that is shown in part, with room for the button that reveals it and logs who did. */
export function Masked({ value, reveal }: { value: string; reveal?: ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span className="tracking-wide">{value}</span>
      {reveal !== undefined && <span className="print:hidden">{reveal}</span>}
    </span>
  );
}
