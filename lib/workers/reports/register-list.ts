import { buildWorkbook } from "@/lib/exchange/sheet";
import { cardStatusLabels, employmentLabels } from "../labels";
import type { workersForExport } from "../queries";

type Workers = Awaited<ReturnType<typeof workersForExport>>;

/** Who takes the list, when, and by which filters: it stands on top of the sheet. */
export type ExportNote = { by: string; on: string; filters: Record<string, string> };

/** The register as a workbook, numbers masked. */
export function registerWorkbook(workers: Workers, { by, on, filters }: ExportNote): Promise<Uint8Array> {
  const chosen = [
    ...(filters["q"] ? [`查找“${filters["q"]}”`] : []),
    ...(filters["unionId"] ? [`工会：${workers[0]?.unionName ?? ""}`] : []),
    ...(filters["left"] ? ["已离会"] : []),
  ];
  return buildWorkbook([
    {
      name: "会员名册",
      preface: [
        "会员名册",
        `导出人：${by}　导出日期：${on}　条件：${chosen.length > 0 ? chosen.join("，") : "全部"}　共 ${workers.length} 人`,
      ],
      columns: [
        "姓名",
        "性别",
        "证件号码",
        "手机号",
        "京卡卡号",
        "京卡状态",
        "所属工会",
        "工作状态",
        "入会日期",
        "离会日期",
      ].map((title) => ({ title, width: title === "所属工会" ? 28 : 18 })),
      rows: workers.map((worker) => [
        ...[worker.name, worker.gender, worker.idNo, worker.mobile, worker.cardNo],
        ...[cardStatusLabels[worker.cardStatus], worker.unionName, employmentLabels[worker.employmentStatus]],
        ...[worker.since, worker.leftOn],
      ]),
    },
  ]);
}
