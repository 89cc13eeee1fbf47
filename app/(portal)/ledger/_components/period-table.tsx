"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { periodStateLabels } from "@/lib/ledger/labels";
import { openPeriodAction, pausePeriodAction } from "../actions";

type Period = { month: string; state: "OPEN" | "PAUSED" | "CLOSED"; lastNumber: number };

const tones = { OPEN: "ok", PAUSED: "warn", CLOSED: "unknown" } as const;

type PeriodTableProps = { unionId: number; periods: readonly Period[]; mayPost: boolean };

/** The months of the books, newest first. */
export function PeriodTable({ unionId, periods, mayPost }: PeriodTableProps) {
  const router = useRouter();
  if (periods.length === 0)
    return <EmptyState title="还没有记账的月份">第一张凭证记账后，月份会列在这里。</EmptyState>;
  return (
    <Card flush title="会计月份">
      <PlainTable
        caption="会计月份"
        columns={[
          { key: "month", label: "月份" },
          { key: "state", label: "状态" },
          { key: "number", label: "已编号", align: "end" },
          { key: "step", label: "办理" },
        ]}
        rows={periods.map(({ month, state, lastNumber }) => ({
          key: month,
          cells: [
            <TextLink href={`/ledger?month=${month}`} key="month">
              {month}
            </TextLink>,
            <StatusBadge key="state" label={periodStateLabels[state]} tone={tones[state]} />,
            `${lastNumber}张`,
            mayPost && state === "PAUSED" && (
              <Form
                action={openPeriodAction}
                key="step"
                label={`恢复${month}`}
                onAccepted={() => router.refresh()}
                read={() => ({ unionId, month })}
              >
                <SubmitButton look="secondary" size="small">
                  恢复
                </SubmitButton>
              </Form>
            ),
          ],
        }))}
        titleKey="month"
      />
    </Card>
  );
}

/** Stops a month from taking vouchers, with the reason. */
export function PauseForm({ unionId, month }: { unionId: number; month: string }) {
  const router = useRouter();
  return (
    <Card title="暂停月份">
      <Form
        action={pausePeriodAction}
        label="暂停月份"
        onAccepted={() => router.refresh()}
        read={(data) => ({ unionId, month: data.get("month"), reason: data.get("reason") })}
      >
        <div className="grid gap-3">
          <TextInput defaultValue={month} label="月份" name="month" placeholder="2026-09" />
          <TextInput label="原因" name="reason" />
        </div>
        <div className="mt-3">
          <SubmitButton look="secondary">暂停收凭证</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
