import { z } from "zod";
import { parseJson, readBody } from "@/lib/server/body-limit";
import { log } from "@/lib/server/log";
import { takeCall } from "@/lib/server/rate-limit";

const maxBytes = 8 * 1024;
const rate = { burst: 30, perSecond: 0.5 };
const report = z.object({
  "csp-report": z.object({
    "effective-directive": z.string().max(100).optional(),
    "blocked-uri": z.string().max(2000).optional(),
    "document-uri": z.string().max(2000).optional(),
  }),
});

/** Takes a browser's word that it blocked something; kept without queries and paths, which may name people. */
export async function POST(request: Request): Promise<Response> {
  if (takeCall("csp-report", rate) > 0) return new Response(null, { status: 429 });
  const body = await readBody(request, maxBytes);
  const parsed = body === null ? null : report.safeParse(quietParse(body));
  if (parsed?.success) {
    const {
      "effective-directive": directive,
      "blocked-uri": blocked,
      "document-uri": page,
    } = parsed.data["csp-report"];
    log.warn(
      { directive, blocked: originOf(blocked), page: pathOf(page) },
      "content security policy violation",
    );
  }
  return new Response(null, { status: 204 });
}

function quietParse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    // Anybody may send anything here; what is no report is not worth a line.
    return null;
  }
}

function originOf(address: string | undefined): string | null {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : (address ?? null);
}

function pathOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  return `/${new URL(address).pathname.split("/")[1] ?? ""}`;
}
