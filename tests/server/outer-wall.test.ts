import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { parseJson, readBody } from "@/lib/server/body-limit";
import { setCaller } from "@/lib/server/connection";
import { contentSecurityPolicy, isOwnHost, newNonce, setSecurityHeaders } from "@/lib/server/headers";
import { takeCall } from "@/lib/server/rate-limit";

const https = { origin: new URL("https://gh.example.cn"), isDevelopment: false };
const http = { origin: new URL("http://10.1.2.3:3000"), isDevelopment: false };

function headersOf(path: string, settings = https): Headers {
  const headers = new Headers();
  setSecurityHeaders(headers, path, contentSecurityPolicy("abc", settings), settings);
  return headers;
}

describe("the headers of an answer", () => {
  it("bind browsers to HTTPS only where the portal has it", () => {
    expect(headersOf("/").get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
    expect(headersOf("/", http).get("strict-transport-security")).toBeNull();
    expect(contentSecurityPolicy("abc", https)).toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy("abc", http)).not.toContain("upgrade-insecure-requests");
  });

  it("let no cache keep a page, a download or an answer of the interface", () => {
    for (const path of [
      "/",
      "/ledger",
      "/api/v1/ledger/listVouchers",
      "/api/downloads/x.png",
      "/ledger/favicon.ico",
    ]) {
      expect(headersOf(path).get("cache-control"), path).toBe("private, no-store");
    }
    expect(headersOf("/_next/static/chunks/a.js").get("cache-control")).toBeNull();
  });

  it("allow no inline script or style without this answer's nonce", () => {
    const policy = contentSecurityPolicy("abc", https);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
  });

  it("carry another nonce each time", () => {
    const nonces = new Set(Array.from({ length: 1_000 }, newNonce));
    expect(nonces.size).toBe(1_000);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
  });
});

describe("the host", () => {
  const own = new URL("https://gh.example.cn");
  it.each([
    "evil.cn",
    "gh.example.cn.evil.cn",
    "evil-gh.example.cn",
    "gh.example.cn:81",
    "gh.example.cn@evil.cn",
    "localhost",
    "127.0.0.1",
    "",
    "gh.example.cn.",
    "[::1]",
  ])("%j is not ours", (host) => {
    expect(isOwnHost(host, own)).toBe(false);
  });

  it("is ours in any case of letters", () => {
    expect(isOwnHost("GH.Example.cn", own)).toBe(true);
    expect(isOwnHost(null, own)).toBe(false);
  });

  it("may be any loopback name on the same port when the portal itself is on loopback", () => {
    const local = new URL("http://localhost:3000");
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])
      expect(isOwnHost(host, local)).toBe(true);
    for (const host of ["localhost:3001", "127.0.0.1", "10.0.0.1:3000"])
      expect(isOwnHost(host, local)).toBe(false);
  });
});

describe("a caller's address", () => {
  function from(peer: string, claimed: string | undefined, trusted: string[] = []): unknown {
    const socket = new Socket();
    Object.defineProperty(socket, "remoteAddress", { value: peer });
    const request = new IncomingMessage(socket);
    if (claimed !== undefined) request.headers["x-forwarded-for"] = claimed;
    setCaller(request, new Set(trusted));
    return request.headers["x-forwarded-for"];
  }

  it("is the connection's, whatever the caller claims", () => {
    expect(from("::ffff:10.0.0.9", undefined)).toBe("10.0.0.9");
    for (let claim = 0; claim < 10; claim += 1) expect(from("10.0.0.9", `1.2.3.${claim}`)).toBe("10.0.0.9");
  });

  it("is what a trusted front server wrote last", () => {
    expect(from("10.0.0.1", "6.6.6.6, 10.0.0.9", ["10.0.0.1"])).toBe("10.0.0.9");
    expect(from("10.0.0.1", undefined, ["10.0.0.1"])).toBe("10.0.0.1");
    expect(from("10.0.0.2", "6.6.6.6", ["10.0.0.1"])).toBe("10.0.0.2");
  });
});

describe("a body", () => {
  it("is read as far as the limit only, also without a stated length", async () => {
    const part = new TextEncoder().encode("x".repeat(1_000));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(part);
      },
    });
    const request = new Request("http://localhost/", { method: "POST", body, ...{ duplex: "half" } });
    expect(await readBody(request, 5_000)).toBeNull();
    expect(sent).toBeLessThan(10);
  });

  it("that is deep or no JSON is refused in Chinese", () => {
    expect(() => parseJson("[".repeat(100_000))).toThrow("内容嵌套过深");
    expect(() => parseJson("{")).toThrow("内容不是有效的 JSON");
    expect(parseJson('{"a":"[[[[{{{{\\""}')).toEqual({ a: '[[[[{{{{"' });
  });
});

describe("the rate limit", () => {
  it("lets a burst pass, then tells how long to wait, and forgives with time", () => {
    let at = 0;
    const clock = () => new Date(at);
    const rate = { burst: 3, perSecond: 1 };
    const answers = Array.from({ length: 5 }, () => takeCall("test:a", rate, clock));
    expect(answers).toEqual([0, 0, 0, 1, 1]);
    expect(takeCall("test:b", rate, clock)).toBe(0);
    at = 1_000;
    expect(takeCall("test:a", rate, clock)).toBe(0);
    expect(takeCall("test:a", rate, clock)).toBe(1);
  });
});
