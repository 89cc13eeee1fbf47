import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { getOpening, listAccounts } from "@/lib/ledger/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { BooksTabs } from "../_components/books-tabs";
import { ledgerPlace, type SearchParams } from "../_components/ledger-place";
import { OpeningForm } from "../_components/opening-form";
import { OpeningImport } from "../_components/opening-import";
import { OpeningFacts, OpeningTable } from "../_components/opening-table";

export const metadata = { title: "期初余额" };

export default async function OpeningPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor, unionId, month } = await ledgerPlace(searchParams);
  const opening = await readForPage(actor, getOpening, { unionId });
  const { accounts } = await readForPage(actor, listAccounts, { unionId });
  const mayEnter = may(actor, "ledger.enter", unionId) && !opening.isSettled;
  const asOf = opening.asOf ?? `${month.slice(0, 4)}-01-01`;
  const leaves = accounts.filter((account) => account.isLeaf);
  return (
    <>
      <PageHeader
        actions={
          <LinkButton download href={`/api/downloads/opening-template?unionId=${unionId}`}>
            下载模板
          </LinkButton>
        }
        help={
          <Help label="怎么填">
            启用日可以是任何一天；期初余额须借贷相平，第一张凭证记账后不能再改。也可用模板一次导入余额和本年已发生数。
          </Help>
        }
        lead={
          opening.isSettled
            ? "账簿已启用，期初余额不能再改。"
            : "在启用日那天各科目的余额，从哪天开始都可以。"
        }
        title="期初余额"
      />
      <BooksTabs current="opening" />
      {mayEnter && <OpeningImport asOf={asOf} unionId={unionId} />}
      {mayEnter ? (
        <OpeningForm accounts={leaves} asOf={asOf} rows={opening.rows} unionId={unionId} />
      ) : (
        <OpeningTable accounts={leaves} asOf={opening.asOf} rows={opening.rows} />
      )}
      <OpeningFacts facts={opening.facts} />
    </>
  );
}
