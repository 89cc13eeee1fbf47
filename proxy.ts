import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/server/env";
import {
  contentSecurityPolicy,
  isLoopbackHost,
  isOwnHost,
  newNonce,
  setSecurityHeaders,
} from "@/lib/server/headers";

const maxBodyBytes = 1024 * 1024;
const maxUploadBytes = 21 * 1024 * 1024;

// No matcher: static files and unknown addresses get the headers too, and no address keeps a nonce of the caller's.
/**
 * The outermost wall: whose host, how large, which headers. It never decides who may see what; each page, action
 * and route does that at the gate.
 */
export function proxy(request: NextRequest): NextResponse {
  const settings = { origin: new URL(env().ORIGIN), isDevelopment: process.env.NODE_ENV === "development" };
  const policy = contentSecurityPolicy(newNonce(), settings);
  const response = refusal(request, settings.origin) ?? pass(request, settings.origin, policy);
  setSecurityHeaders(response.headers, request.nextUrl.pathname, policy, settings);
  return response;
}

function refusal(request: NextRequest, origin: URL): NextResponse | null {
  const host = request.headers.get("host");
  const path = request.nextUrl.pathname;
  const isOwnCheck = path === "/api/health" && isLoopbackHost(host);
  if (!isOwnHost(host, origin) && !isOwnCheck) return plain("请使用本平台的正式网址访问", 421);
  const length = Number(request.headers.get("content-length") ?? "0");
  if (length > (path === "/api/files" ? maxUploadBytes : maxBodyBytes)) return plain("提交的内容过大", 413);
  // A page opened by another name of this machine could not send its forms: their origin would not be ours.
  if (
    host !== origin.host &&
    request.headers.get("sec-fetch-dest") === "document" &&
    request.method === "GET"
  ) {
    return NextResponse.redirect(new URL(`${path}${request.nextUrl.search}`, origin), 307);
  }
  return null;
}

function pass(request: NextRequest, origin: URL, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  // The framework takes the nonce from here; whatever the caller sent under these names is gone.
  headers.set("content-security-policy", policy);
  headers.delete("content-security-policy-report-only");
  headers.delete("x-nonce");
  // Where sign-in leads back to: pages cannot see their own address otherwise (session.ts reads it).
  headers.set("x-portal-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-forwarded-host", origin.host);
  headers.set("x-forwarded-proto", origin.protocol.slice(0, -1));
  return NextResponse.next({ request: { headers } });
}

function plain(text: string, status: number): NextResponse {
  return new NextResponse(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
