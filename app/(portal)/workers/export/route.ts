import { notFound } from "next/navigation";
import { workbookResponse } from "@/app/(portal)/workers/_components/workbook-response";
import { today } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { runCommand } from "@/lib/server/command";
import { requireActor } from "@/lib/server/session";
import { exportWorkers } from "@/lib/workers/commands/export-workers";
import { registerWorkbook } from "@/lib/workers/reports/register-list";

/** The register as it is on the screen, as a workbook; taking it leaves a line in the log. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const filters = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const { workers } = await runCommand(exportWorkers, actor, filters);
    return workbookResponse(
      await registerWorkbook(workers, { by: actor.name, on: today(), filters }),
      `会员名册${today()}.xlsx`,
    );
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
