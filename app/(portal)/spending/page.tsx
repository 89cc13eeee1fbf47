import { pagePlace, type SearchParams } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { Help } from "@/components/ui/help";
import { may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { listSpending } from "@/lib/spending/queries";
import { waitingFor } from "../desk-tasks";
import { filterOf, listSearchOf } from "./_components/list-search";
import { NewButtons } from "./_components/new-buttons";
import { SpendingTable } from "./_components/spending-table";
import { tabOf } from "./_components/spending-tabs";
import { WaitingTable } from "./_components/waiting-table";

export const metadata = { title: "报销与支出" };

export default async function SpendingPage({ searchParams }: { searchParams: SearchParams }) {
  const place = await pagePlace(searchParams);
  const tasks = (await waitingFor(place.actor)).tasks.filter((task) => task.area === "spending");
  const search = listSearchOf(place);
  const tab = tabOf(place.search["tab"], tasks.length);
  const { cursor = null } = place.search;
  const list = await readForPage(place.actor, listSpending, { ...filterOf(place, search, tab), cursor });
  const mayEnter = may(place.actor, "spending.enter", place.unionId);
  const shown = { search, mayEnter };
  return (
    <>
      <PageHeader
        actions={mayEnter && <NewButtons />}
        help={
          <Help label="怎么走">
            经办人提交→会计审核→主席审批→出纳付款→会计记账→归档。退回的单据改好后可再次提交，原编号不变。签到表、签收表可在归档前补。
          </Help>
        }
        lead="事前申请和报销都从这里填报、审批、付款和归档。"
        title="报销与支出"
      />
      {tab === "mine" ? (
        <WaitingTable {...shown} counts={list.counts} tasks={tasks} />
      ) : (
        <SpendingTable {...shown} list={list} place={place} tab={tab} waiting={tasks.length} />
      )}
    </>
  );
}
