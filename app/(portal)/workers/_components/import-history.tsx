import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { PlainTable } from "@/components/page/plain-table";
import { TextLink } from "@/components/ui/text-link";
import { momentText } from "@/lib/core/dates";
import type { listImports } from "@/lib/workers/reports/register-import";

type Imports = Awaited<ReturnType<(typeof listImports)["run"]>>;

/** The latest files and what became of them. */
export function ImportHistory({ imports }: { imports: Imports }) {
  return (
    <Card flush title="最近的导入">
      {imports.length === 0 ? (
        <EmptyState title="还没有导入过" />
      ) : (
        <PlainTable
          caption="最近的导入"
          columns={[
            { key: "file", label: "文件" },
            { key: "at", label: "时间" },
            { key: "rows", label: "行数", align: "end" },
            { key: "state", label: "结果" },
          ]}
          rows={imports.map(({ id, fileName, uploadedAt, isCommitted, counts }) => ({
            key: id,
            cells: [
              <TextLink href={`/workers/import/${id}`} key="file">
                {fileName}
              </TextLink>,
              momentText(uploadedAt),
              counts.total,
              isCommitted ? `已导入 ${counts.done ?? 0} 人` : `待确认，可导入 ${counts.ready} 人`,
            ],
          }))}
          titleKey="file"
        />
      )}
    </Card>
  );
}
