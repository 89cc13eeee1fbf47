import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getChainHead } from "@/lib/audit/queries";
import { recordExport } from "@/lib/server/export-log";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";

/** The head of the audit chain as a file. */
export async function GET(): Promise<Response> {
  const actor = await requireActor();
  const head = await readForPage(actor, getChainHead, {});
  if (head === null) notFound();
  await recordExport(
    actor,
    { report: "audit-head", unionId: null, filters: { seq: head.seq }, rows: 1 },
    randomUUID(),
  );
  const name = `操作日志链头-${head.seq}.json`;
  return new Response(`${JSON.stringify(head, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
