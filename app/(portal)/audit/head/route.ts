import { notFound } from "next/navigation";
import { getChainHead } from "@/lib/audit/queries";
import { readForPage } from "@/lib/server/page-read";
import { requireActor } from "@/lib/server/session";

/** The head of the audit chain as a file. */
export async function GET(): Promise<Response> {
  const head = await readForPage(await requireActor(), getChainHead, {});
  if (head === null) notFound();
  const name = `操作日志链头-${head.seq}.json`;
  return new Response(`${JSON.stringify(head, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
