import { Card } from "@/components/page/card";
import { SummaryList, type SummaryRow } from "@/components/page/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { askedFacts } from "@/lib/spending/facts";
import { kindLabels, labelIn, paymentMethodLabels } from "@/lib/spending/labels";
import { isSpendingType, spendingTypes } from "@/lib/spending/types-of-spending";
import type { CaseFile } from "./case-file";

/** What was said of the spending, answer by answer. */
export function CaseSummary({ file }: { file: CaseFile }) {
  const { draft, names, type, paidMethod, paidOn, related, voucher, reason, importBatchId } = file;
  const rows: (SummaryRow | null)[] = [
    { label: "支出类型", value: isSpendingType(type) ? spendingTypes[type].label : "未选" },
    { label: "发生日期", value: draft.occurredOn || "未填" },
    textRow("收款单位", draft.payeeName),
    textRow("拟付款方式", draft.paymentMethod && labelIn(paymentMethodLabels, draft.paymentMethod)),
    paidOn === null
      ? null
      : { label: "付款", value: `${paidOn}，${labelIn(paymentMethodLabels, paidMethod ?? "")}` },
    ...askedFacts(type).map((fact) => textRow(fact.label, draft.answers[fact.id] ?? "")),
    { label: "经办人", value: withRecorder(names) },
    textRow("证明人", names.witness ?? ""),
    textRow("需审批事项的理由", reason ?? ""),
    ...related.map((each) => ({
      label: kindLabels[each.kind],
      value: (
        <TextLink href={`/spending/${each.id}`}>
          {each.number ?? "未编号"} {each.title}（{each.stateLabel}）
        </TextLink>
      ),
    })),
    voucher === null
      ? null
      : {
          label: "记账凭证",
          value: (
            <TextLink href={`/ledger/${voucher.id}`}>
              {voucher.number === null ? "未编号凭证" : `${voucher.month} 第${voucher.number}号`}
            </TextLink>
          ),
        },
    importBatchId === null
      ? null
      : {
          label: "来源",
          value: <TextLink href={`/spending/import/${importBatchId}`}>导入的支出明细</TextLink>,
        },
  ];
  return (
    <Card title="单据内容">
      <SummaryList rows={rows.filter((row) => row !== null)} />
    </Card>
  );
}

function textRow(label: string, value: string): SummaryRow | null {
  return value.trim() === "" ? null : { label, value };
}

/** Who answers for it, and who typed it where that is somebody else. */
function withRecorder({ claimant, recordedBy }: CaseFile["names"]): string {
  return claimant === recordedBy ? (claimant ?? "") : `${claimant ?? ""}（录入人${recordedBy ?? ""}）`;
}
