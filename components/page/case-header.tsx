import type { ReactNode } from "react";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import { BackLink } from "./page-header";
import { StatusBadge } from "./status-badge";

type CaseHeaderProps = {
  title: string;
  number: string;
  unit?: string | undefined;
  lead?: ReactNode;
  state: { tone: Tone; label: string; icon?: IconName | undefined };
  /** For example 11-26到期 or 已超期2天. */
  deadline?: { label: string; tone?: Tone | undefined } | undefined;
  responsible?: string | undefined;
  back?: { label: string; href: string } | undefined;
  actions?: ReactNode;
};

/** The head of a case: whose it is, its number and unit, where it stands and until when. */
export function CaseHeader(props: CaseHeaderProps) {
  const { title, number, unit, lead, state, deadline, responsible, back, actions } = props;
  return (
    <header className="mb-4">
      {back !== undefined && <BackLink {...back} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline gap-x-5">
            <h1 className="text-title font-semibold">{title}</h1>
            <p className="text-ink-2">
              {number}
              {unit !== undefined && ` · ${unit}`}
            </p>
          </div>
          {lead !== undefined && <p className="mt-0.5 text-ink-2">{lead}</p>}
        </div>
        <div className="flex flex-col items-start gap-1 sm:items-end">
          <StatusBadge {...state} />
          <p className="text-sm text-ink-2">
            {deadline !== undefined && (
              <span className={deadline.tone === "bad" ? "font-semibold text-bad" : undefined}>
                {deadline.label}
              </span>
            )}
            {deadline !== undefined && responsible !== undefined && " · "}
            {responsible !== undefined && `负责人${responsible}`}
          </p>
          {actions !== undefined && <div className="mt-1 flex flex-wrap gap-2 print:hidden">{actions}</div>}
        </div>
      </div>
    </header>
  );
}
