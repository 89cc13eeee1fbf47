import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { AuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { cache } from "react";
import type { Actor } from "./actor";
import { env } from "./env";
import { log } from "./log";
import { checkSession, endSessionBySecret, type SessionCheck } from "./session-check";
import { cookieName, cookieOptions, ownPath } from "./session-cookie";
import { type Caller, signIn } from "./sign-in";

/** The header in which the proxy tells a page its own path, so that signing in again leads back to it. */
export const pathHeader = "x-portal-path";

const hour = 60 * 60;

/** How next-auth works here: one credentials provider, and a signed cookie that carries a session secret only. */
export function authOptions(): AuthOptions {
  process.env["NEXTAUTH_URL"] ??= env().ORIGIN;
  const options = cookieOptions();
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: options.secure,
    // The cookie may outlive the session: the database decides on each request.
    session: { strategy: "jwt", maxAge: 24 * hour },
    pages: { signIn: "/login", error: "/login", signOut: "/login" },
    cookies: {
      sessionToken: { name: cookieName("session"), options },
      csrfToken: { name: cookieName("csrf"), options },
      callbackUrl: { name: cookieName("return"), options },
    },
    providers: [credentials()],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token["sid"] }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.["sid"] === "string") await endSessionBySecret(token["sid"], "SIGNED_OUT");
      },
    },
    // Its own logger prints what was typed; ours tells the kind of trouble only.
    logger: { error: (code) => log.warn({ code }, "next-auth"), warn: () => {}, debug: () => {} },
  };
}

function credentials() {
  return CredentialsProvider({
    name: "账号密码",
    credentials: { login: { type: "text" }, password: { type: "password" } },
    async authorize(given, request) {
      const login = given?.login;
      const password = given?.password;
      if (typeof login !== "string" || typeof password !== "string") return null;
      const caller = callerOf(new Headers(stringsOf(request.headers)));
      const outcome = await signIn(login, password, caller).catch((error: unknown) => {
        // next-auth puts an error's text into an address, so only the closed words below leave this function.
        log.error({ err: error }, "sign-in");
        return { ok: false, reason: "FAULT" } as const;
      });
      if (outcome.ok) return { id: outcome.sessionSecret };
      throw new Error(outcome.reason);
    },
  });
}

function stringsOf(given: Record<string, unknown> | undefined): Record<string, string> {
  const pairs = Object.entries(given ?? {}).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return Object.fromEntries(pairs);
}

/**
 * Who calls, from a request's headers. The last address of the list is the one our own front server wrote; what
 * stands before it came from the caller and proves nothing.
 */
export function callerOf(given: Headers): Caller {
  const forwarded = given.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const ip = /^[0-9a-fA-F.:]{2,45}$/.test(forwarded) ? forwarded.replace(/^::ffff:/, "") : "未知";
  return { ip, userAgent: given.get("user-agent") };
}

async function sessionSecret(): Promise<string | null> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (token === undefined) return null;
  try {
    const payload = await decode({ token, secret: env().NEXTAUTH_SECRET });
    return typeof payload?.["sid"] === "string" ? payload["sid"] : null;
  } catch {
    // A cookie that is not ours or was signed with an older key is the same as none.
    return null;
  }
}

const currentSession = cache(async (): Promise<SessionCheck> => {
  const secret = await sessionSecret();
  return secret === null ? { state: "NONE" } : checkSession(secret, "touch");
});

/** The person signed in to this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session.state === "LIVE" ? session.actor : null;
}

/** The person signed in to this request; sends everybody else to the sign-in page, which leads back here. */
export async function requireActor(): Promise<Actor> {
  const session = await currentSession();
  if (session.state === "LIVE") return session.actor;
  const query = new URLSearchParams();
  const path = ownPath((await headers()).get(pathHeader));
  if (path !== "/") query.set("next", path);
  if (session.state === "ENDED") query.set("ended", session.reason);
  redirect(`/login${query.size > 0 ? `?${query}` : ""}`);
}

/** The term of this request's session in milliseconds of the server's clock, for the warning; null without one. */
export async function sessionTerm(): Promise<{ now: number; expiresAt: number } | null> {
  const session = await currentSession();
  return session.state === "LIVE" ? session.term : null;
}

/** Prolongs this request's session and tells its new term; null when it is over. */
export async function prolongSession(): Promise<{ now: number; expiresAt: number } | null> {
  const secret = await sessionSecret();
  if (secret === null) return null;
  const session = await checkSession(secret, "prolong");
  return session.state === "LIVE" ? session.term : null;
}
