import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/core/errors";
import { failureOf } from "@/lib/server/action";
import { recordExport } from "@/lib/server/export-log";
import { loadFile } from "@/lib/server/files";
import { read } from "@/lib/server/query";
import { currentActor } from "@/lib/server/session";
import { getPaper } from "@/lib/spending/queries";

// What a browser shows without running anything in it; all else is saved.
const shownInPlace: ReadonlySet<string> = new Set(["application/pdf", "image/jpeg", "image/png"]);

/** Hands out one paper to whoever may see the record it belongs to. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ attachmentId: string }> },
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const actor = await currentActor();
    if (actor === null) return Response.json({ message: "请先登录" }, { status: 401 });
    const { attachmentId } = await params;
    const { unionId, fileName, mime, sha256 } = await read(actor, getPaper, { attachmentId });
    const bytes = Uint8Array.from(await loadFile(sha256));
    const subject = `attachment:${attachmentId}`;
    await recordExport(actor, { report: "attachment", subject, unionId, filters: {}, rows: 1 }, requestId);
    const place = shownInPlace.has(mime) ? "inline" : "attachment";
    return new Response(bytes, {
      headers: {
        "content-type": mime,
        "content-disposition": `${place}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const failure = failureOf(error, "files.open", requestId);
    return Response.json(failure, { status: error instanceof Refusal ? 404 : 500 });
  }
}
