import { workbookResponse } from "@/app/(portal)/workers/_components/workbook-response";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { getImportFile } from "@/lib/workers/reports/register-import";

/** The user's own file back with the verdict and the reason behind each row. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ batchId: string }> },
): Promise<Response> {
  const actor = await requireActor();
  const { fileName, content } = await readForPage(actor, getImportFile, await params);
  return workbookResponse(Buffer.from(content, "base64"), fileName.replace(/(\.xlsx)?$/i, "（结果）.xlsx"));
}
