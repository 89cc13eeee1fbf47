import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/core/errors";
import { failureOf } from "@/lib/server/action";
import { readBytes } from "@/lib/server/body-limit";
import { maxFileBytes, storeFile, uploadTicket } from "@/lib/server/files";
import { requireSameOrigin } from "@/lib/server/origin";
import { currentActor } from "@/lib/server/session";

const tooLarge = "文件超过 20 MB，请压缩后再上传";

/**
 * Takes one paper and answers with a ticket that a command redeems when it attaches the paper. Who asks from elsewhere
 * or is not signed in is refused before a byte of the body is read.
 */
export async function POST(request: Request): Promise<Response> {
  const requestId = randomUUID();
  try {
    requireSameOrigin(request.headers);
    const actor = await currentActor();
    if (actor?.accountId == null) return Response.json({ message: "请先登录" }, { status: 401 });
    const fileName = fileNameOf(request.headers.get("x-file-name"));
    // What a caller claims about the length is not believed; the bytes are counted.
    const bytes = await readBytes(request, maxFileBytes);
    if (bytes === null) return Response.json({ message: tooLarge }, { status: 413 });
    const stored = await storeFile(new Uint8Array(bytes), fileName);
    return Response.json({
      id: uploadTicket(actor.accountId, stored),
      fileName,
      sizeBytes: stored.sizeBytes,
    });
  } catch (error) {
    const status = !(error instanceof Refusal) ? 500 : error.code === "FORBIDDEN" ? 403 : 400;
    return Response.json(failureOf(error, "files.upload", requestId), { status });
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
