import type { ReactNode } from "react";

/** The card that stands alone on the pages before signing in. */
export function GateCard({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}) {
  return (
    <main className="flex min-h-screen flex-col items-center bg-ground px-4 pt-[12vh] pb-12">
      <div className="mb-5 flex items-center gap-2.5 text-card font-semibold">
        <span
          aria-hidden="true"
          className="flex h-8 w-8 items-center justify-center rounded-control bg-brand text-base text-paper"
        >
          工
        </span>
        区总工会基层工会服务门户
      </div>
      <section className="w-full max-w-md rounded-card border border-line bg-paper p-6">
        <h1 className="text-title font-semibold">{title}</h1>
        {lead !== undefined && <p className="mt-0.5 text-ink-2">{lead}</p>}
        <div className="mt-5">{children}</div>
      </section>
    </main>
  );
}
