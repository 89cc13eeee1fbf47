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
    if (length > maxBytes + 4096) throw new Refusal("INVALID", "文件超过 20 MB，请压缩后再上传");
    const form = await request.formData();
    const file = form.get("file");
    if (!(file instanceof File)) throw new Refusal("INVALID", "请选择要上传的文件");
    const stored = await storeFile(new Uint8Array(await file.arrayBuffer()), file.name);
    return Response.json({
      ticket: uploadTicket(actor.accountId, stored),
      fileName: file.name,
      sizeBytes: stored.sizeBytes,
    });
  } catch (error) {
    return Response.json(failureOf(error, "files.upload", requestId), {
      status: error instanceof Refusal ? 400 : 500,
    });
  }
}
