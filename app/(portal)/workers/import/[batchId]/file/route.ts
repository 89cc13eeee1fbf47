import { randomUUID } from "node:crypto";
import { workbookResponse } from "@/app/(portal)/workers/_components/workbook-response";
import { recordExport } from "@/lib/server/export-log";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { getImportFile } from "@/lib/workers/reports/register-import";

/** The user's own file back with the verdict and the reason behind each row. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ batchId: string }> },
): Promise<Response> {
  const actor = await requireActor();
  const { batchId } = await params;
  const { unionId, fileName, rows, content } = await readForPage(actor, getImportFile, { batchId });
  const subject = `import_batch:${batchId}`;
  await recordExport(actor, { report: "workers-import", subject, unionId, filters: {}, rows }, randomUUID());
  return workbookResponse(Buffer.from(content, "base64"), fileName.replace(/(\.xlsx)?$/i, "（结果）.xlsx"));
}
