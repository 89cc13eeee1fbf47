import { StatusBadge } from "@/components/page/status-badge";
import { Chip } from "@/components/ui/chip";
import type { Tone } from "@/components/ui/tone";
import { paramStatusLabels, versionTimeLabels } from "@/lib/policies/labels";
import type { VersionTime } from "@/lib/policies/model";
import { type InstrumentKind, instrumentKindLabels } from "@/lib/policy/instruments";
import { type Severity, severityLabels } from "@/lib/policy/severity";

const tones: Record<Severity, Tone> = {
  PASS: "ok",
  INFO: "act",
  WARN: "warn",
  APPROVAL: "warn",
  FORBIDDEN: "bad",
  UNKNOWN: "unknown",
};

/** A conclusion as sign and word. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return <StatusBadge label={severityLabels[severity]} tone={tones[severity]} />;
}

/** Whether a number or rule has been confirmed. */
export function ParamStatusBadge({ status }: { status: keyof typeof paramStatusLabels }) {
  return <StatusBadge label={paramStatusLabels[status]} tone={status === "CONFIRMED" ? "ok" : "unknown"} />;
}

/** Where a version stands today. */
export function VersionTimeChip({ time }: { time: VersionTime }) {
  return <Chip tone={time === "CURRENT" ? "act" : "unknown"}>{versionTimeLabels[time]}</Chip>;
}

/** What kind of basis a document gives. */
export function KindChip({ kind }: { kind: InstrumentKind }) {
  return <Chip tone={kind === "HINT" ? "unknown" : "act"}>{instrumentKindLabels[kind]}</Chip>;
}

/** The days a dated row holds: 2019-01-01起, or both ends. */
export function Days({ from, to }: { from: string; to: string | null }) {
  return <span className="whitespace-nowrap">{to === null ? `${from}起` : `${from}至${to}`}</span>;
}
