import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page/page-header";
import { getVoucher, listAccounts } from "@/lib/ledger/queries";
import { read } from "@/lib/server/query";
import { leafOptions } from "../../_components/account-options";
import { rowsOf } from "../../_components/copied-rows";
import { EntryKeys } from "../../_components/entry-keys";
import { ledgerPlace } from "../../_components/ledger-place";
import { VoucherForm } from "../../_components/voucher-form";

export const metadata = { title: "修改凭证草稿" };

export default async function EditVoucherPage({ params }: { params: Promise<{ voucherId: string }> }) {
  const { voucherId } = await params;
  const { actor } = await ledgerPlace();
  const voucher = await read(actor, getVoucher, { voucherId });
  if (voucher.state !== "DRAFT" || voucher.kind === "REVERSAL") notFound();
  const { accounts } = await read(actor, listAccounts, { unionId: voucher.unionId });
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
