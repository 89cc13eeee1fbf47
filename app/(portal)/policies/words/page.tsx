import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { LinkButton } from "@/components/ui/link-button";
import { today } from "@/lib/core/dates";
import { listWords } from "@/lib/policies/queries";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { filtersOf, type SearchParams } from "../_components/policies-place";
import { PolicyTabs } from "../_components/policy-tabs";
import { WordTable } from "./_components/word-table";

export const metadata = { title: "词表" };

export default async function WordsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const filters = await filtersOf(searchParams);
  const words = await readForPage(actor, listWords, {});
  const mayChange = may(actor, "policies.confirm");
  return (
    <>
      <PageHeader
        actions={
          mayChange && (
            <LinkButton href="/policies/words/new" look="primary">
              增加词语
            </LinkButton>
          )
        }
        help={
          <Help label="怎么起作用">
            发票品名或摘要中出现词表里的词，就按所列结论提示、要求审批或禁止；“例外”里的词不算。词语按业务日期起作用。
          </Help>
        }
        lead="判定时查找的词语：禁购物品、发放形式、八不准等。"
        title="词表"
      />
      <PolicyTabs current="words" />
      <WordTable filters={filters} mayChange={mayChange} on={today()} words={words} />
    </>
  );
}
