import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { checkBalances, trialBalance } from "@/lib/ledger/reports/trial-balance";
import { readForPage } from "@/lib/server/page-read";
import { BooksTabs } from "../_components/books-tabs";
import { hrefOf, ledgerPlace, type SearchParams } from "../_components/ledger-place";
import { MonthPicker } from "../_components/month-picker";
import { TrialBalanceTable } from "../_components/trial-balance-table";

export const metadata = { title: "试算平衡表" };

export default async function TrialBalancePage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, month } = await ledgerPlace(searchParams);
  const sheet = await readForPage(actor, trialBalance, { unionId, month });
  const differences = await readForPage(actor, checkBalances, { unionId });
  const file = (format: string) =>
    hrefOf("/api/downloads/trial-balance", { unionId: String(unionId), month, format });
  return (
    <>
      <PageHeader
        actions={<LinkButton href={file("pdf")}>打印</LinkButton>}
        help={
          <Help label="怎么看">
            期初加本月发生等于期末；四组合计的借方与贷方都应相等。点金额看组成它的分录。
          </Help>
        }
        lead={`${sheet.union.name}各科目的期初、发生和期末余额，合计${sheet.isBalanced ? "平" : "不平"}。`}
        title="试算平衡表"
      />
      <BooksTabs current="trial-balance" />
      <MonthPicker month={month} path="/ledger/trial-balance" />
      <TrialBalanceTable differences={differences.length} exportHref={file("xlsx")} sheet={sheet} />
    </>
  );
}
