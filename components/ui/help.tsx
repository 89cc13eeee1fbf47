import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Help that opens in place: it stays while one types, works by keyboard and can be printed. */
export function Help({ label = "填写说明", children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <details className="text-sm text-ink-2">
      <summary className="inline-flex items-center gap-1 text-act hover:underline">
        <Icon name="question" size={14} />
        {label}
      </summary>
      <div className="mt-1.5 border-l-2 border-line py-0.5 pl-3">{children}</div>
    </details>
  );
}
