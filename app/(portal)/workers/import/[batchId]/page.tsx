import { hrefOf, type SearchParams } from "@/app/(portal)/_components/page-place";
import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { Tabs } from "@/components/ui/tabs";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { getImport } from "@/lib/workers/reports/register-import";
import { CommitImport } from "../../_components/commit-import";
import { ImportRows } from "../../_components/import-rows";

export const metadata = { title: "导入结果" };

type PageProps = { params: Promise<{ batchId: string }>; searchParams: SearchParams };

export default async function ImportPage({ params, searchParams }: PageProps) {
  const actor = await requireActor();
  const { show } = await searchParams;
  const batch = await readForPage(actor, getImport, await params);
  const { total, ready, unchanged, faulty, done = 0 } = batch.counts;
  const lead = batch.isCommitted
    ? `共 ${total} 行：已导入 ${done} 行，已在名册 ${unchanged} 行，未导入 ${faulty} 行。`
    : `共 ${total} 行：可导入 ${ready} 行，已在名册 ${unchanged} 行，不能导入 ${faulty} 行；尚未写入名册。`;
  const groups = groupsOf(batch.rows);
  const shown = groups.find(({ key }) => key === show) ?? groups.find(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHeader
        actions={
          <>
            <LinkButton download href={`/workers/import/${batch.id}/file`}>
              下载带原因的文件
            </LinkButton>
            {!batch.isCommitted && ready > 0 && (
              <CommitImport batchId={batch.id} faulty={faulty} ready={ready} />
            )}
          </>
        }
        back={{ label: "导入会员登记表", href: "/workers/import" }}
        lead={lead}
        title={batch.fileName}
      />
      <div className="mb-4 border-b border-line">
        <Tabs
          current={shown?.key ?? ""}
          items={groups.map(({ key, label, rows }) => ({
            ...{ key, label, count: rows.length, urgent: key === "faulty" },
            href: hrefOf(`/workers/import/${batch.id}`, { show: key }),
          }))}
          label="按结论查看"
        />
      </div>
      <ImportRows rows={shown?.rows ?? []} />
    </>
  );
}

type Rows = Awaited<ReturnType<(typeof getImport)["run"]>>["rows"];

/** The rows by what can be done with them, those that go in first. */
function groupsOf(rows: Rows) {
  const of = (...outcomes: string[]) => rows.filter(({ outcome }) => outcomes.includes(outcome));
  const [waiting, done] = [of("READY"), of("DONE")];
  return [
    done.length > 0
      ? { key: "ready", label: "已导入", rows: done }
      : { key: "ready", label: "可导入", rows: waiting },
    { key: "faulty", label: "不能导入", rows: of("FAULTY") },
    { key: "unchanged", label: "已在名册", rows: of("UNCHANGED") },
  ];
}
