import type { ReactNode } from "react";

/** The name of a key. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-chip border border-line bg-paper px-1.5 font-sans text-xs text-ink-2">
      {children}
    </kbd>
  );
}
