import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/core/errors";
import { failureOf } from "@/lib/server/action";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { requireSameOrigin } from "@/lib/server/origin";
import { currentActor } from "@/lib/server/session";

const maxBytes = 20 * 1024 * 1024;

/** Takes one paper and answers with a ticket that a command redeems when it attaches the paper. */
export async function POST(request: Request): Promise<Response> {
  const requestId = randomUUID();
  try {
    requireSameOrigin(request.headers);
    const actor = await currentActor();
    if (actor?.accountId == null) return Response.json({ message: "请先登录" }, { status: 401 });
    const length = Number(request.headers.get("content-length") ?? "0");
    if (length > maxBytes) throw new Refusal("INVALID", "文件超过 20 MB，请压缩后再上传");
    const fileName = fileNameOf(request.headers.get("x-file-name"));
    const stored = await storeFile(new Uint8Array(await request.arrayBuffer()), fileName);
    return Response.json({
      id: uploadTicket(actor.accountId, stored),
      fileName,
      sizeBytes: stored.sizeBytes,
    });
  } catch (error) {
    return Response.json(failureOf(error, "files.upload", requestId), {
      status: error instanceof Refusal ? 400 : 500,
    });
  }
}

function fileNameOf(header: string | null): string {
  try {
    const name = decodeURIComponent(header ?? "").trim();
    if (name !== "") return name.slice(0, 200);
  } catch {
    // A broken escape is the same as no name: the file is refused below.
  }
  throw new Refusal("INVALID", "上传的文件没有文件名");
}
