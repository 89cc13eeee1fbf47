import { StatusBadge } from "@/components/page/status-badge";
import type { Tone } from "@/components/ui/tone";
import { stateLabels } from "@/lib/spending/labels";
import type { SpendingState } from "@/lib/spending/model";

/** What the colour of a state says: whose turn it is, what is done, what came back. */
export const stateTones: Readonly<Record<SpendingState, Tone>> = {
  DRAFT: "unknown",
  SUBMITTED: "act",
  REVIEWED: "act",
  APPROVED: "ok",
  AWAITING_PAYMENT: "warn",
  PAID: "ok",
  POSTED: "ok",
  ARCHIVED: "ok",
  RETURNED: "warn",
  REJECTED: "bad",
  WITHDRAWN: "unknown",
};

/** The state of a document as sign and word. */
export function DocumentState({ state }: { state: SpendingState }) {
  const tone = stateTones[state];
  return (
    <StatusBadge icon={tone === "unknown" ? "circle" : undefined} label={stateLabels[state]} tone={tone} />
  );
}
