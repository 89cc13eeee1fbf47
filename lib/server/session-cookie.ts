import { env } from "./env";

/** Whether people reach the portal by HTTPS; on plain intranet HTTP the cookies are weaker and a page says so. */
export function isSecureOrigin(): boolean {
  return env().ORIGIN.startsWith("https:");
}

/** The name of one of our cookies; `__Host-` binds it to this host, and browsers take that only over HTTPS. */
export function cookieName(use: "session" | "csrf" | "return"): string {
  return `${isSecureOrigin() ? "__Host-" : ""}portal.${use}`;
}

/** The attributes every cookie of the portal carries. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecureOrigin() } as const;
}

/**
 * Where to go after signing in: one of the portal's own paths, or the desk for anything else. Browsers read
 * `//host`, `/\host` and control characters as another site's address, so those never pass.
 */
export function ownPath(wanted: string | null | undefined): string {
  const home = "/";
  if (typeof wanted !== "string" || wanted.length > 2_000) return home;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\")) return home;
  const base = new URL(env().ORIGIN);
  const target = new URL(wanted, base);
  if (target.origin !== base.origin || target.username !== "" || target.pathname.startsWith("//"))
    return home;
  if (/^\/(login|activate|reset|api)(\/|$)/.test(target.pathname)) return home;
  return `${target.pathname}${target.search}`;
}
