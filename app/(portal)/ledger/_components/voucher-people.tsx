import { Card } from "@/components/page/card";
import { Timeline, type TimelineEntry } from "@/components/page/timeline";
import { today } from "@/lib/core/dates";
import type { VoucherSheet } from "@/lib/ledger/queries";

/** Who made, reviewed and posted a voucher, and on which day. */
export function VoucherPeople({ voucher }: { voucher: VoucherSheet }) {
  const steps = [
    { what: "制单", who: voucher.maker, at: voucher.createdAt, why: null },
    { what: "退回", who: voucher.returnedBy, at: voucher.returnedAt, why: voucher.returnReason },
    { what: "稽核", who: voucher.reviewer, at: voucher.reviewedAt, why: null },
    { what: `记账，编号${voucher.number ?? ""}`, who: voucher.poster, at: voucher.postedAt, why: null },
  ];
  const entries = steps.flatMap(({ what, who, at, why }): TimelineEntry[] =>
    at === null
      ? []
      : [{ key: what, on: today(() => at), who: who ?? undefined, what, ...(why === null ? {} : { why }) }],
  );
  return (
    <Card title="经办">
      <Timeline entries={entries.toReversed()} />
    </Card>
  );
}
