import { Card } from "@/components/page/card";
import { SummaryList } from "@/components/page/summary-list";

/** What the file says of the union, which went into the conclusions. */
export function BatchUnit({ lines }: { lines: readonly { item: string; content: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="mt-5">
      <Card title="表中的单位情况（已用于判定）">
        <SummaryList rows={lines.map(({ item, content }) => ({ label: item, value: content }))} />
      </Card>
    </div>
  );
}
