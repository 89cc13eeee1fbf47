import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page/page-header";
import { getVoucher, listAccounts } from "@/lib/ledger/queries";
import { readForPage, requireForPage } from "@/lib/server/page-read";
import { leafOptions } from "../../_components/account-options";
import { rowsOf } from "../../_components/copied-rows";
import { EntryKeys } from "../../_components/entry-keys";
import { ledgerPlace } from "../../_components/ledger-place";
import { VoucherForm } from "../../_components/voucher-form";

export const metadata = { title: "修改凭证草稿" };

export default async function EditVoucherPage({ params }: { params: Promise<{ voucherId: string }> }) {
  const { voucherId } = await params;
  const { actor } = await ledgerPlace();
  const voucher = await readForPage(actor, getVoucher, { voucherId });
  requireForPage(actor, "ledger.enter", voucher.unionId);
  if (voucher.state !== "DRAFT" || voucher.kind === "REVERSAL") notFound();
  const { accounts } = await readForPage(actor, listAccounts, { unionId: voucher.unionId });
  const { voucherDate, attachmentCount, kind, version, returnReason } = voucher;
  return (
    <>
      <PageHeader
        back={{ label: "凭证", href: `/ledger/${voucherId}` }}
        help={<EntryKeys />}
        lead={returnReason === null ? "草稿可以反复修改，提交后交稽核人员。" : `退回原因：${returnReason}`}
        title="修改凭证草稿"
      />
      <VoucherForm
        accounts={leafOptions(accounts)}
        draft={{ voucherId, version }}
        initial={{ voucherDate, attachmentCount, kind, rows: rowsOf(voucher) }}
        owner={actor.accountId?.toString() ?? ""}
        unionId={voucher.unionId}
      />
    </>
  );
}
