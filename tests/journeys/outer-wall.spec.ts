import { request as httpRequest } from "node:http";
import { type APIResponse, expect, test } from "@playwright/test";

const origin = process.env["ORIGIN"] ?? "http://localhost:3000";

// Stands in the frame of every signed-in page and nowhere else.
const insideMark = "跳到正文";

const protectedPages = [
  "/",
  "/ledger",
  "/spending",
  "/budget",
  "/unions",
  "/workers",
  "/accounts",
  "/audit",
  "/settings",
];

const expected: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/,
};

function wrongHeaders(answer: APIResponse): string[] {
  const headers = answer.headers();
  const wrong = Object.entries(expected).filter(([name, pattern]) => !pattern.test(headers[name] ?? ""));
  const names = wrong.map(([name]) => `${answer.url()} ${name}: ${headers[name]}`);
  if (headers["x-powered-by"] !== undefined) names.push(`${answer.url()} x-powered-by`);
  return names;
}

test("every answer carries the header set: pages, errors, redirects, files, the interface", async ({
  request,
}) => {
  const login = await (await request.get("/login")).text();
  const files = [...login.matchAll(/\/_next\/static\/[^"'\\]+\.(?:js|css)/g)].map((match) => match[0]);
  expect(files.length).toBeGreaterThan(1);
  const pages = [
    "/login",
    "/nothing-here",
    "/api/nothing",
    "/api/health",
    "/api/v1/openapi.json",
    "/api/v1/no/such",
  ];
  const redirects = ["/login/", "//login", "/ledger"];
  const odd = [
    "/_next/static/none.js",
    "/_next/image?url=%2Fx.png&w=64&q=75",
    "/%E0%A4%A",
    "/_next/data/x/ledger.json",
  ];
  const wrong: string[] = [];
  for (const path of [...pages, ...redirects, ...odd, ...new Set(files)]) {
    const answer = await request.fetch(`${origin}${path}`, { maxRedirects: 0 });
    wrong.push(...wrongHeaders(answer));
    const isFile = path.startsWith("/_next/static/") && answer.ok();
    const cache = answer.headers()["cache-control"] ?? "";
    if (answer.status() < 300 || answer.status() >= 400) {
      if (isFile ? !cache.includes("immutable") : !cache.includes("no-store"))
        wrong.push(`${path} cache: ${cache}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the nonce is new for each answer and never the caller's", async ({ request }) => {
  const nonces = new Set<string>();
  for (let turn = 0; turn < 20; turn += 1) {
    const answer = await request.get("/login", {
      headers: { "Content-Security-Policy": "script-src 'nonce-mine'", "x-nonce": "mine" },
    });
    const body = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    expect(body).not.toContain("mine");
    expect(body).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(20);
});

/** A request with any Host header, which a browser or the test client would not send. */
function statusForHost(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const call = httpRequest({ host: hostname, port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on("error", reject);
    call.end();
  });
}

test("another host is misdirected, also for files and the interface", async () => {
  const { host, port } = new URL(origin);
  for (const path of ["/login", "/", "/api/v1/openapi.json", "/_next/static/none.js", "/api/health"]) {
    for (const foreign of ["evil.example", `evil.example:${port}`, `${host}.evil.example`, "10.0.0.1"]) {
      expect(await statusForHost(foreign, path), `${foreign} ${path}`).toBe(421);
    }
  }
  expect(await statusForHost(host, "/login")).toBe(200);
});

test("a change is refused unless it comes from the portal's own pages", async ({ request }) => {
  const { host, protocol, port } = new URL(origin);
  const paper = Buffer.from("%PDF-1.4");
  const foreign: Record<string, string>[] = [
    {},
    { Origin: "null" },
    { Origin: "https://evil.example" },
    { Origin: `${protocol}//${host}.evil.example` },
    { Origin: `${protocol}//evil-${host}` },
    { Origin: `${protocol}//localhost:${Number(port) + 1}` },
    { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "cross-site" },
  ];
  for (const headers of foreign) {
    const what = JSON.stringify(headers);
    const api = await request.post("/api/v1/ledger/enterVoucher", { headers, data: {} });
    expect(api.status(), what).toBe(403);
    const upload = await request.post("/api/files", { headers, data: paper });
    expect(upload.status(), what).toBe(403);
  }
  const anonymous = await request.post("/api/files", { headers: { Origin: origin }, data: paper });
  expect(anonymous.status()).toBe(401);
  const own = await request.post("/api/v1/ledger/enterVoucher", { headers: { Origin: origin }, data: {} });
  expect(own.status()).toBe(401);
});

test("without signing in no variant of a page's address shows the page", async ({ request }) => {
  test.setTimeout(240_000); // Nearly a thousand addresses.
  const variants = (path: string) => {
    const bare = path === "/" ? "" : path;
    return [
      path,
      `${bare}/`,
      `/${bare}`,
      `${bare}.rsc`,
      `${bare}/index.rsc`,
      `${path}?_rsc=1`,
      `${bare}/.`,
      `${bare}/%2e`,
      `${bare}.segments/_tree.segment.rsc`,
      `/_next/data/build${bare || "/index"}.json`,
      `${path}?__nextLocale=zh`,
      `${path}?nxtPpath=x`,
      `/login/..${path}`,
      `/%2e${bare}`,
    ];
  };
  const headerSets: Record<string, string>[] = [
    {},
    { RSC: "1" },
    { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "X-HTTP-Method-Override": "POST" },
    { "x-forwarded-host": "evil.example", "x-original-url": "/audit", "x-rewrite-url": "/audit" },
  ];
  const shown: string[] = [];
  for (const path of protectedPages) {
    for (const variant of variants(path)) {
      for (const headers of headerSets) {
        const answer = await request.fetch(origin + (variant.startsWith("/") ? variant : `/${variant}`), {
          headers,
          maxRedirects: 0,
        });
        if ((await answer.text()).includes(insideMark)) shown.push(`${variant} ${JSON.stringify(headers)}`);
      }
    }
    for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"]) {
      const answer = await request.fetch(`${origin}${path}`, { method, maxRedirects: 0 });
      if ((await answer.text()).includes(insideMark)) shown.push(`${method} ${path}`);
    }
  }
  expect(shown).toEqual([]);
});

test("errors of the interface are Chinese, numbered and tell nothing else", async ({ request }) => {
  const calls = [
    request.get("/api/v1/ledger/listVouchers"),
    request.get("/api/v1/ledger/listVouchers?input={"),
    request.get("/api/v1/__proto__/constructor"),
    request.post("/api/v1/ledger/enterVoucher", { headers: { Authorization: "Bearer gh_x" }, data: {} }),
    request.post("/api/v1/ledger/enterVoucher", {
      headers: { Authorization: `Bearer gh_${"a".repeat(43)}` },
      data: {},
    }),
  ];
  for (const answer of await Promise.all(calls)) {
    expect(answer.status()).toBe(401);
    const { error } = await answer.json();
    expect(error.message).toMatch(/^[\u4e00-\u9fff\w，。、 ]+$/);
    expect(error.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(Object.keys(error).sort()).toEqual(["code", "fields", "message", "reference"]);
  }
});

test("a body that is too large is refused before it is read", async ({ request }) => {
  const headers = { Origin: origin, "Content-Type": "application/json" };
  const answer = await request.post("/api/v1/ledger/enterVoucher", {
    headers,
    data: `"${"x".repeat(1_100_000)}"`,
  });
  expect(answer.status()).toBe(413);
});

test("no page before signing in breaks the content security policy", async ({ page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  for (const path of ["/login", "/nothing-here", "/activate/none", "/reset/none"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  expect(violations).toEqual([]);
});
