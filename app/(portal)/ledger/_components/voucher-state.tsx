import { StatusBadge } from "@/components/page/status-badge";
import type { Tone } from "@/components/ui/tone";
import { voucherStateLabels } from "@/lib/ledger/labels";

type State = keyof typeof voucherStateLabels;

/** What each step looks like. */
export const stateTones: Record<State, Tone> = {
  DRAFT: "unknown",
  SUBMITTED: "warn",
  REVIEWED: "act",
  POSTED: "ok",
};

/** The step of a voucher as sign and word. */
export function VoucherState({ state, isReversed = false }: { state: State; isReversed?: boolean }) {
  return (
    <StatusBadge
      label={isReversed ? "已冲销" : voucherStateLabels[state]}
      tone={isReversed ? "unknown" : stateTones[state]}
    />
  );
}
