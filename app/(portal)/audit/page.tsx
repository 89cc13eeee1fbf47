import { PageHeader } from "@/components/page/page-header";
import { getChainStatus, listAuditEntries } from "@/lib/audit/queries";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { AuditTable } from "./_components/audit-table";
import { ChainCard } from "./_components/chain-card";
import { type SearchParams, searchOf } from "./_components/search";

export const metadata = { title: "操作日志" };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActor();
  const search = searchOf(await searchParams);
  const status = await readForPage(actor, getChainStatus, {});
  const list = await readForPage(actor, listAuditEntries, search);
  return (
    <>
      <PageHeader lead="每一次登录、办理和被拒绝的操作都在这里，不能修改，也不能删除。" title="操作日志" />
      <div className="space-y-5">
        <ChainCard status={status} />
        <AuditTable list={list} search={search} />
      </div>
    </>
  );
}
