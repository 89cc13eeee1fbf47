import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { listAccounts } from "@/lib/ledger/queries";
import { accountLedger } from "@/lib/ledger/reports/account-ledger";
import { readForPage } from "@/lib/server/page-read";
import { AccountChooser } from "../_components/account-chooser";
import { AccountTable } from "../_components/account-table";
import { BooksTabs } from "../_components/books-tabs";
import { hrefOf, ledgerPlace, type SearchParams } from "../_components/ledger-place";

export const metadata = { title: "明细账与日记账" };

export default async function AccountLedgerPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, month, search } = await ledgerPlace(searchParams);
  const { accountCode = "102", from = month, to = from } = search;
  const { accounts } = await readForPage(actor, listAccounts, { unionId });
  const book = await readForPage(actor, accountLedger, { unionId, accountCode, from, to });
  const file = (format: string) =>
    hrefOf("/api/downloads/account-ledger", {
      unionId: String(unionId),
      accountCode,
      from,
      to: book.to,
      format,
    });
  return (
    <>
      <PageHeader
        actions={<LinkButton href={file("pdf")}>打印</LinkButton>}
        help={
          <Help label="怎么看">
            库存现金和银行存款为日记账，逐日合计；其他科目为明细账。每月列本月合计和本年累计。
          </Help>
        }
        lead={`${book.account?.fullName ?? accountCode}，${book.union.name}。`}
        title={book.isJournal ? "日记账" : "明细账"}
      />
      <BooksTabs current="accounts" />
      <AccountChooser accounts={accounts} chosen={accountCode} from={book.from} to={book.to} />
      <AccountTable book={book} exportHref={file("xlsx")} />
    </>
  );
}
