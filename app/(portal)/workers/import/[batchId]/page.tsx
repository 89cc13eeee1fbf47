import { PageHeader } from "@/components/page/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { getImport } from "@/lib/workers/reports/register-import";
import { CommitImport } from "../../_components/commit-import";
import { ImportRows } from "../../_components/import-rows";

export const metadata = { title: "导入结果" };

export default async function ImportPage({ params }: { params: Promise<{ batchId: string }> }) {
  const actor = await requireActor();
  const batch = await readForPage(actor, getImport, await params);
  const { total, ready, unchanged, faulty, done = 0 } = batch.counts;
  const lead = batch.isCommitted
    ? `共 ${total} 行：已导入 ${done} 行，已在名册 ${unchanged} 行，未导入 ${faulty} 行。`
    : `共 ${total} 行：可导入 ${ready} 行，已在名册 ${unchanged} 行，需改正 ${faulty} 行；尚未写入名册。`;
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
      <ImportRows rows={batch.rows} />
    </>
  );
}
