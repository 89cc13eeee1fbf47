import { workbookResponse } from "@/app/(portal)/workers/_components/workbook-response";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";
import { listRegisterUnions } from "@/lib/workers/queries";
import { registerTemplate } from "@/lib/workers/reports/register-import";

/** An empty register file for the unions one may register in. */
export async function GET(): Promise<Response> {
  const actor = await requireActor();
  const unions = await readForPage(actor, listRegisterUnions, {});
  return workbookResponse(await registerTemplate(unions.map(({ name }) => name)), "会员登记表.xlsx");
}
