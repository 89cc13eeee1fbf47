import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { listVouchers } from "@/lib/ledger/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { BooksTabs } from "./_components/books-tabs";
import { ledgerPlace, type SearchParams } from "./_components/ledger-place";
import { VoucherTable } from "./_components/voucher-table";

export const metadata = { title: "凭证" };

export default async function VouchersPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, search } = await ledgerPlace(searchParams);
  const { state, month, text, accountCode, cursor } = search;
  const list = await readForPage(actor, listVouchers, { unionId, state, month, text, accountCode, cursor });
  const mayEnter = may(actor, "ledger.enter", unionId);
  return (
    <>
      <PageHeader
        actions={
          mayEnter && (
            <LinkButton href="/ledger/new" look="primary">
              填制凭证
            </LinkButton>
          )
        }
        help={
          <Help label="怎么用">
            凭证由会计填制、稽核人员稽核、会计记账。记账后不能修改，有差错用红字冲销。搜索可填摘要、记-0012、&gt;=1000。
          </Help>
        }
        lead="本单位的记账凭证：填制、稽核、记账都从这里办理。"
        title="凭证"
      />
      <BooksTabs current="vouchers" />
      <VoucherTable unionId={unionId} list={list} mayEnter={mayEnter} search={search} />
    </>
  );
}
