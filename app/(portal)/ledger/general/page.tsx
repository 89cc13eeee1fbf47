import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { generalLedger } from "@/lib/ledger/reports/general-ledger";
import { readForPage } from "@/lib/server/page-read";
import { BooksTabs } from "../_components/books-tabs";
import { GeneralTable } from "../_components/general-table";
import { hrefOf, ledgerPlace, type SearchParams } from "../_components/ledger-place";
import { MonthPicker } from "../_components/month-picker";

export const metadata = { title: "总账" };

export default async function GeneralLedgerPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, month } = await ledgerPlace(searchParams);
  const book = await readForPage(actor, generalLedger, { unionId, month });
  const file = (format: string) =>
    hrefOf("/api/downloads/general-ledger", { unionId: String(unionId), month, format });
  return (
    <>
      <PageHeader
        actions={<LinkButton href={file("pdf")}>打印</LinkButton>}
        help={<Help label="怎么看">一级科目汇总其明细科目。点科目看明细账。</Help>}
        lead={`${book.union.name}一级科目的本月合计、本年累计和余额。`}
        title="总账"
      />
      <BooksTabs current="general" />
      <MonthPicker month={month} path="/ledger/general" />
      <GeneralTable book={book} exportHref={file("xlsx")} />
    </>
  );
}
