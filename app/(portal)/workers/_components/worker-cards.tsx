import { Card } from "@/components/page/card";
import { Masked } from "@/components/page/masked";
import { PlainTable } from "@/components/page/plain-table";
import { SummaryList } from "@/components/page/summary-list";
import { idTypeLabels } from "@/lib/core/identity";
import { cardStatusLabels, employmentLabels, unmaskFields } from "@/lib/workers/labels";
import type { getWorker } from "@/lib/workers/queries";
import { RevealButton } from "./reveal-button";

type Worker = Awaited<ReturnType<(typeof getWorker)["run"]>>;

/** A worker's particulars, numbers masked; each can be shown in full for a reason. */
export function WorkerFacts({ worker, mayUnmask }: { worker: Worker; mayUnmask: boolean }) {
  const masked = (field: keyof typeof unmaskFields, value: string | null) =>
    value === null ? (
      "未登记"
    ) : (
      <Masked
        reveal={mayUnmask && <RevealButton field={field} label={unmaskFields[field]} workerId={worker.id} />}
        value={value}
      />
    );
  return (
    <Card title="资料">
      <SummaryList
        rows={[
          { label: "证件", value: idTypeLabels[worker.idType] },
          { label: unmaskFields.idNo, value: masked("idNo", worker.idNo) },
          { label: "性别", value: worker.gender ?? "未登记" },
          { label: "出生日期", value: worker.birthDate ?? "未登记" },
          { label: unmaskFields.mobile, value: masked("mobile", worker.mobile) },
          { label: unmaskFields.cardNo, value: masked("cardNo", worker.cardNo) },
          { label: "京卡状态", value: cardStatusLabels[worker.cardStatus] },
          { label: "工作状态", value: employmentLabels[worker.employmentStatus] },
          ...(worker.wasFifteen ? [{ label: "说明", value: "由15位旧身份证号换算" }] : []),
        ]}
      />
    </Card>
  );
}

/** Every union the worker belonged to, with its days. */
export function HistoryCard({ history }: { history: Worker["history"] }) {
  return (
    <Card aside="统计按事情发生当天的会籍" flush title="会籍">
      <PlainTable
        caption="会籍"
        columns={[
          { key: "union", label: "工会" },
          { key: "from", label: "开始" },
          { key: "to", label: "结束" },
          { key: "reason", label: "原因" },
          { key: "source", label: "来源" },
        ]}
        rows={history.map(({ id, unionName, from, to, reason, endReason, source }) => ({
          key: id,
          cells: [
            unionName,
            from,
            to ?? "至今",
            endReason === null ? reason : `${reason}，${endReason}`,
            source,
          ],
        }))}
        titleKey="union"
      />
    </Card>
  );
}
