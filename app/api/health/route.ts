import { asGate } from "@/lib/server/db";
import { log } from "@/lib/server/log";

export const dynamic = "force-dynamic";

/** Says whether this process answers and reaches the database; nothing else, since anybody may ask. */
export async function GET(): Promise<Response> {
  try {
    await asGate((tx) => tx.$queryRaw`select 1`);
    return Response.json({ status: "ok" });
  } catch (error) {
    log.error({ err: error }, "health check failed");
    return Response.json({ status: "unavailable" }, { status: 503 });
  }
}
