import { Card } from "@/components/page/card";
import { CaseHeader } from "@/components/page/case-header";
import { LinkButton } from "@/components/ui/link-button";
import { today } from "@/lib/core/dates";
import { voucherKindLabels, voucherStateLabels } from "@/lib/ledger/labels";
import { getVoucher } from "@/lib/ledger/queries";
import { readForPage } from "@/lib/server/page-read";
import { ledgerPlace } from "../_components/ledger-place";
import { stepsFor } from "../_components/steps-for";
import { VoucherEntries } from "../_components/voucher-entries";
import { VoucherLinks } from "../_components/voucher-links";
import { VoucherPeople } from "../_components/voucher-people";
import { stateTones } from "../_components/voucher-state";
import { VoucherSteps } from "../_components/voucher-steps";

export const metadata = { title: "记账凭证" };

export default async function VoucherPage({ params }: { params: Promise<{ voucherId: string }> }) {
  const { voucherId } = await params;
  const { actor } = await ledgerPlace();
  const voucher = await readForPage(actor, getVoucher, { voucherId });
  const { voucherDate, attachmentCount, kind, state } = voucher;
  return (
    <>
      <CaseHeader
        actions={
          <LinkButton href={`/api/downloads/voucher?voucherId=${voucherId}&format=pdf`}>打印</LinkButton>
        }
        back={{ label: "凭证", href: "/ledger" }}
        lead={`${voucherDate}，附单据${attachmentCount}张，${voucherKindLabels[kind]}`}
        number={voucher.number ?? "未编号"}
        state={{ tone: stateTones[state], label: voucherStateLabels[state] }}
        title="记账凭证"
        unit={voucher.union.name}
      />
      <VoucherLinks voucher={voucher} />
      <Card flush title="分录">
        <VoucherEntries voucher={voucher} />
      </Card>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <VoucherPeople voucher={voucher} />
        <VoucherSteps
          steps={stepsFor(actor, voucher)}
          today={today()}
          version={voucher.version}
          voucherId={voucherId}
        />
      </div>
    </>
  );
}
