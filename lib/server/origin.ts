import { Refusal } from "@/lib/core/errors";
import { env } from "./env";

/**
 * Refuses a mutation that does not come from the portal's own pages: Origin present and equal, or
 * Sec-Fetch-Site same-origin. The framework lets a request without Origin pass, so it is checked here.
 */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  const isOwn =
    origin === null
      ? headers.get("sec-fetch-site") === "same-origin"
      : origin === new URL(env().ORIGIN).origin;
  if (!isOwn) throw new Refusal("FORBIDDEN", "请求不是从本平台页面发出的，已拒绝");
}
