import { PageHeader } from "@/components/page/page-header";
import { TextLink } from "@/components/ui/text-link";
import { today } from "@/lib/core/dates";
import { listAccounts } from "@/lib/ledger/queries";
import { readForPage, requireForPage } from "@/lib/server/page-read";
import { leafOptions } from "../_components/account-options";
import { rowsToCopy } from "../_components/copied-rows";
import { EntryKeys } from "../_components/entry-keys";
import { blankRow } from "../_components/grid-rows";
import { ledgerPlace, type SearchParams } from "../_components/ledger-place";
import { VoucherForm } from "../_components/voucher-form";

export const metadata = { title: "填制凭证" };

export default async function NewVoucherPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, search } = await ledgerPlace(searchParams);
  requireForPage(actor, "ledger.enter", unionId);
  const { union, accounts } = await readForPage(actor, listAccounts, { unionId });
  const { after, copy } = search;
  const rows = copy === undefined ? [blankRow] : await rowsToCopy(actor, copy);
  return (
    <>
      <PageHeader
        back={{ label: "凭证", href: "/ledger" }}
        help={<EntryKeys />}
        lead={`记入${union.name}账簿；提交后由稽核人员稽核，记账时编号。`}
        title="填制凭证"
      />
      {after !== undefined && (
        <p className="mb-3 text-ok" role="status">
          ✓ 上一张已保存，<TextLink href={`/ledger/${after}`}>查看</TextLink>
        </p>
      )}
      <VoucherForm
        accounts={leafOptions(accounts)}
        initial={{ voucherDate: today(), attachmentCount: 0, kind: "GENERAL", rows }}
        key={after ?? copy ?? "first"}
        owner={actor.accountId?.toString() ?? ""}
        unionId={unionId}
      />
    </>
  );
}
