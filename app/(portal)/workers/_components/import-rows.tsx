import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import type { Tone } from "@/components/ui/tone";
import { outcomeLabels } from "@/lib/workers/reports/register-import";

type ImportRowsProps = {
  rows: readonly {
    sheet: string;
    rowNumber: number;
    outcome: string;
    reason: string;
    name: string;
    unionName: string;
  }[];
};

const tones: Readonly<Record<string, Tone>> = {
  READY: "ok",
  DONE: "ok",
  FAULTY: "bad",
  UNCHANGED: "unknown",
};

/** The verdict of each row, those to be corrected first. */
export function ImportRows({ rows }: ImportRowsProps) {
  return (
    <Card flush title="逐行结果">
      <PlainTable
        caption="逐行结果"
        columns={[
          { key: "row", label: "行" },
          { key: "name", label: "姓名" },
          { key: "union", label: "所属工会" },
          { key: "outcome", label: "结论" },
          { key: "reason", label: "原因" },
        ]}
        rows={rows.map(({ sheet, rowNumber, outcome, reason, name, unionName }) => ({
          key: `${sheet}-${rowNumber}`,
          cells: [
            rowNumber,
            name,
            unionName,
            <StatusBadge
              key="outcome"
              label={outcomeLabels[outcome] ?? outcome}
              tone={tones[outcome] ?? "unknown"}
            />,
            reason,
          ],
        }))}
        titleKey="name"
      />
    </Card>
  );
}
