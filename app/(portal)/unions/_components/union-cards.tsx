import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { SummaryList } from "@/components/page/summary-list";
import { booksInLabels, booksKeptByLabels, scaleLabels } from "@/lib/unions/labels";
import type { getUnion } from "@/lib/unions/queries";

type Union = Awaited<ReturnType<(typeof getUnion)["run"]>>;

/** Who holds each seat, and where nobody does, who can act. */
export function SeatsCard({ seats }: { seats: Union["seats"] }) {
  return (
    <Card flush title="谁能办">
      <PlainTable
        caption="岗位与人员"
        columns={[
          { key: "seat", label: "岗位" },
          { key: "who", label: "人员" },
          { key: "instead", label: "空缺时谁能办" },
        ]}
        rows={seats.map(({ role, label, holders, instead }) => ({
          key: role,
          cells: [
            label,
            holders.length > 0 ? holders.join("、") : <StatusBadge key="none" label="空缺" tone="warn" />,
            instead.length > 0 ? instead.join("；") : "",
          ],
        }))}
        titleKey="seat"
      />
    </Card>
  );
}

/** A union's particulars; the bank account shows its ends only. */
export function UnionFacts({ union }: { union: Union }) {
  const scale = union.effectiveScale === null ? "未设定标准" : scaleLabels[union.effectiveScale];
  return (
    <Card title="资料">
      <SummaryList
        rows={[
          { label: "统一社会信用代码", value: union.creditCode ?? "未登记" },
          { label: "类型", value: union.kind ?? "未登记" },
          { label: "规模", value: union.scale === null ? `${scale}（按会员数）` : `${scale}（区总核定）` },
          { label: "账务在", value: booksInLabels[union.booksIn] },
          { label: "谁记账", value: booksKeptByLabels[union.booksKeptBy] },
          { label: "开户银行", value: union.bankName ?? "未登记" },
          { label: "银行账号", value: union.bankAccount ?? "未登记" },
          { label: "成立日期", value: union.foundedOn ?? "未登记" },
        ]}
      />
    </Card>
  );
}
