import { pagePlace } from "@/app/(portal)/_components/page-place";
import { Card } from "@/components/page/card";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { readForPage } from "@/lib/server/page-read";
import { listImportBatches } from "@/lib/spending/reports/import-history";
import { ImportHistory } from "../_components/import-history";
import { ImportUpload } from "../_components/import-upload";

export const metadata = { title: "导入支出明细" };

export default async function ImportSpendingPage() {
  const { actor, unionId } = await pagePlace();
  const batches = await readForPage(actor, listImportBatches, { unionId });
  return (
    <>
      <PageHeader
        back={{ label: "报销与支出", href: "/spending" }}
        help={
          <Help label="什么样的表可以导入">
            平时记的支出明细表即可：有日期、摘要、支出类型、金额几列就能读，列名和顺序不限，标题行、合计行自动跳过。另有“单位情况”页的，其中的会员数、预算收入、工作餐标准会用于判定。摘要和备注里的签到、签收、获奖人数等也会读取。
          </Help>
        }
        lead="把平时记的支出明细表整份拖进来，按日期顺序逐行给出结论；确认之前不会写入任何单据。"
        title="导入支出明细"
      />
      <Card>
        <ImportUpload unionId={unionId} />
      </Card>
      <ImportHistory batches={batches} />
    </>
  );
}
