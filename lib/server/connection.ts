import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { env } from "./env";
import { firstHeaders, transportHeaders } from "./headers";

/**
 * Sees every request before the framework does: gives its answer the first headers and makes X-Forwarded-For tell the
 * truth. `TRUSTED_PROXIES` names the front servers (addresses, comma separated) whose word about callers counts.
 */
export function watchConnections(): void {
  const trusted = new Set((process.env["TRUSTED_PROXIES"] ?? "").split(",").map((part) => part.trim()));
  const headers = [...firstHeaders, ...transportHeaders(new URL(env().ORIGIN))];
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    if ("request" in message && message.request instanceof IncomingMessage)
      setCaller(message.request, trusted);
    if ("response" in message && message.response instanceof ServerResponse) {
      for (const [name, value] of headers) message.response.setHeader(name, value);
    }
  });
}

/**
 * Puts the address of the connection itself into X-Forwarded-For, or the last entry of a trusted front server. What a
 * caller writes there is forgotten, so that neither the sign-in limit nor the log can be led astray: the framework
 * takes the header as it comes.
 */
export function setCaller(request: IncomingMessage, trusted: ReadonlySet<string>): void {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const claimed = request.headers["x-forwarded-for"];
  const fromFront = typeof claimed === "string" ? claimed.split(",").at(-1)?.trim() : undefined;
  request.headers["x-forwarded-for"] = trusted.has(peer) && fromFront ? fromFront : peer;
  delete request.headers["x-real-ip"];
  delete request.headers["forwarded"];
}
