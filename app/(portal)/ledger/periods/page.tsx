import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { listAccounts, listPeriods } from "@/lib/ledger/queries";
import { listLayouts } from "@/lib/ledger/reports/voucher-export";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { BooksTabs } from "../_components/books-tabs";
import { ExportCard } from "../_components/export-card";
import { ledgerPlace, type SearchParams } from "../_components/ledger-place";
import { PauseForm, PeriodTable } from "../_components/period-table";

export const metadata = { title: "月份与导出" };

export default async function PeriodsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, month } = await ledgerPlace(searchParams);
  const periods = await readForPage(actor, listPeriods, { unionId });
  const { union } = await readForPage(actor, listAccounts, { unionId });
  const layouts = await readForPage(actor, listLayouts, {});
  const mayPost = may(actor, "ledger.post", unionId);
  return (
    <>
      <PageHeader
        help={
          <Help label="怎么用">
            暂停的月份不收凭证，恢复后继续。账簿在其他软件的单位，稽核后的凭证从这里导出。
          </Help>
        }
        lead="每个月是否收凭证、已编到几号，以及按其他财务软件的格式导出凭证。"
        title="月份与导出"
      />
      <BooksTabs current="periods" />
      <PeriodTable mayPost={mayPost} periods={periods} unionId={unionId} />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {mayPost && <PauseForm month={month} unionId={unionId} />}
        <ExportCard
          isElsewhere={union.booksIn !== "PORTAL"}
          layouts={layouts}
          mayExport={mayPost}
          month={month}
          unionId={unionId}
        />
      </div>
    </>
  );
}
