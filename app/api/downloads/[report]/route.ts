import { randomUUID } from "node:crypto";
import { today } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { Download, FileFormat } from "@/lib/exchange/download";
import { ledgerDownloads } from "@/lib/ledger/reports/downloads";
import { failureOf } from "@/lib/server/action";
import { recordExport } from "@/lib/server/export-log";
import { read } from "@/lib/server/query";
import { currentActor } from "@/lib/server/session";
import { spendingDownloads } from "@/lib/spending/reports/downloads";

/** Every file that can be fetched; each module adds its own. */
const downloads: ReadonlyMap<string, Download<unknown, unknown>> = new Map([
  ...ledgerDownloads,
  ...spendingDownloads,
]);

const mimes: Record<FileFormat, string> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

const statuses: Record<Refusal["code"], number> = {
  INVALID: 400,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  CONFLICT: 409,
  POLICY: 422,
};

/** Hands out one file: the read's input stands in the address, `format` says which of its drawings. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ report: string }> },
): Promise<Response> {
  const { report } = await params;
  const requestId = randomUUID();
  try {
    const actor = await currentActor();
    if (actor === null) return Response.json({ message: "请先登录" }, { status: 401 });
    const download = downloads.get(report);
    if (download === undefined) throw new Refusal("NOT_FOUND", "没有这个文件");
    const { format, ...input } = Object.fromEntries(new URL(request.url).searchParams);
    const value = await read(actor, download.query, input);
    const drawings = download.draw(value, { by: actor.name, on: today() });
    const wanted = formatOf(format, drawings);
    const draw = wanted && drawings[wanted];
    if (!wanted || !draw) throw new Refusal("INVALID", "没有这种格式");
    const bytes = await draw();
    await recordExport(
      actor,
      { report, filters: { ...input, format: wanted }, ...download.extent(value) },
      requestId,
    );
    const name = encodeURIComponent(`${download.fileName(value)}.${wanted}`);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        "content-type": mimes[wanted],
        // A PDF opens beside the page; a sheet is saved.
        "content-disposition": `${wanted === "pdf" ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const failure = failureOf(error, `downloads.${report}`, requestId);
    return Response.json(failure, { status: error instanceof Refusal ? statuses[error.code] : 500 });
  }
}

function formatOf(asked: string | undefined, drawings: object): FileFormat | null {
  const formats: readonly FileFormat[] = ["pdf", "xlsx", "csv"];
  return (
    formats.find((format) => (asked === undefined ? Object.hasOwn(drawings, format) : format === asked)) ??
    null
  );
}
