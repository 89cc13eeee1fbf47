const portalAssets = /^\/(?:_next\/static\/|fonts\/|images\/|favicon\.ico$|icon\.(?:svg|png)$)/;
const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Headers that never change, on every answer. */
const fixedHeaders: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  [
    "Permissions-Policy",
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  ],
];

/** What every answer starts with, before the proxy: the framework's own redirects (//, trailing /) never reach it. */
export const firstHeaders: readonly (readonly [string, string])[] = [
  ...fixedHeaders,
  [
    "Content-Security-Policy",
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
];

type Settings = { origin: URL; isDevelopment: boolean };

/** A nonce that cannot be guessed and is used for one answer only. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
}

/** The content security policy of one answer. The development server alone may evaluate text and write styles. */
export function contentSecurityPolicy(nonce: string, { origin, isDevelopment }: Settings): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "report-uri /api/csp-report",
  ];
  if (origin.protocol === "https:") directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/** Puts the whole header set on an answer; only the portal's own unchanging files may be kept by a cache. */
export function setSecurityHeaders(headers: Headers, path: string, policy: string, settings: Settings): void {
  headers.set("Content-Security-Policy", policy);
  for (const [name, value] of fixedHeaders) headers.set(name, value);
  for (const [name, value] of transportHeaders(settings.origin)) headers.set(name, value);
  if (!portalAssets.test(path)) headers.set("Cache-Control", "private, no-store");
}

/** What binds browsers to HTTPS for a year, once the portal's own address is an HTTPS one. */
export function transportHeaders(origin: URL): [string, string][] {
  return origin.protocol === "https:"
    ? [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]]
    : [];
}

/** Whether a Host header names the portal: its configured address, or any loopback name when that is loopback. */
export function isOwnHost(host: string | null, origin: URL): boolean {
  if (host === null) return false;
  const given = host.toLowerCase();
  if (given === origin.host) return true;
  if (!loopbackNames.has(origin.hostname)) return false;
  return isLoopbackHost(given) && portOf(given) === origin.port;
}

/** Whether a Host header is a name of this machine for itself, as the start's own health check uses. */
export function isLoopbackHost(host: string | null): boolean {
  return host !== null && loopbackNames.has(host.toLowerCase().replace(/:\d+$/, ""));
}

function portOf(host: string): string {
  return /:(\d+)$/.exec(host)?.[1] ?? "";
}
