import { readdirSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { demoLogins, pageOf } from "./people";

const app = path.join(import.meta.dirname, "../../app");

/** The address patterns of all signed-in pages, from the folders. */
const pages: readonly string[] = readdirSync(path.join(app, "(portal)"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => path.posix.join("/", path.dirname(file).split(path.sep).join("/")))
  .sort();
const fixed = pages.filter((page) => !page.includes("["));
const withId = pages.filter((page) => page.includes("["));

// What people mistype and what others try; every page knows some of these names.
const nonsense = new URLSearchParams({
  ...{ month: "2026-13", from: "2026-02-30", to: "昨天", year: "99999", unionId: "0", union: "-1" },
  ...{ cursor: "abc", after: "'", before: "1e3", page: "-1", accountCode: "zz", account: "%", copy: "x" },
  ...{ state: "NONE", status: "NONE", kind: "__proto__", type: "constructor", tab: "none", scope: "x" },
  ...{
    text: "'%_\\",
    q: "('",
    min: "一百",
    max: "NaN",
    severity: "1",
    outcome: "x",
    request: "0",
    verdict: "x",
  },
}).toString();

/** Addresses of records: one that exists for each pattern, as somebody's lists link to it. */
const records = new Map<string, string>();

/** Asks for many addresses, a few at a time, and tells which of them met a fault. */
async function faultsAt(request: APIRequestContext, addresses: readonly string[]): Promise<string[]> {
  const waiting = [...addresses];
  const faults: string[] = [];
  const visitor = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer = await request.get(address, { maxRedirects: 0 });
      if (![200, 303, 307, 403, 404].includes(answer.status())) faults.push(`${address} ${answer.status()}`);
      if (answer.status() === 200) noteRecords(await answer.text());
    }
  };
  await Promise.all(Array.from({ length: 4 }, visitor));
  return faults;
}

function noteRecords(html: string): void {
  const links = [...html.matchAll(/href="(\/[a-z/-]+\/[A-Z]?\d+(?:\/[a-z]+)?)"/g)].map(
    (match) => match[1] ?? "",
  );
  for (const pattern of withId) {
    const shape = new RegExp(`^${pattern.replace(/\[[^\]]+\]/g, "[A-Z]?\\d+")}$`);
    const link = links.find((one) => shape.test(one)) ?? deeper(pattern, links);
    if (link !== undefined && !records.has(pattern)) records.set(pattern, link);
  }
}

/** The form of a record is linked for few, but stands under the record's own address. */
function deeper(pattern: string, links: readonly string[]): string | undefined {
  const parent = path.posix.dirname(pattern);
  if (!parent.endsWith("]")) return undefined;
  const shape = new RegExp(`^${parent.replace(/\[[^\]]+\]/g, "[A-Z]?\\d+")}$`);
  const link = links.find((one) => shape.test(one));
  return link === undefined ? undefined : `${link}/${path.posix.basename(pattern)}`;
}

test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

test("the pages of the portal are found in its folders", () => {
  expect(fixed.length).toBeGreaterThan(25);
  expect(withId.length).toBeGreaterThan(8);
});

// Who sees many lists goes first: their links tell where records stand.
for (const login of ["xxkuaiji", "kuaiji", "danwei", "qucaiwu", "xitong"]) {
  test(`${login} meets no fault whatever stands in the address`, async ({ browser }) => {
    const page = await pageOf(browser, login);
    const broken = withId.flatMap((pattern) =>
      ["0", "abc", "999999999999999999999"].map((id) => pattern.replace(/\[[^\]]+\]/g, id)),
    );
    const filtered = fixed.map((address) => `${address}?${nonsense}`);
    expect(await faultsAt(page.context().request, [...fixed, ...filtered, ...broken])).toEqual([]);
    await page.context().close();
  });
}

test("for every page of a record one is known", () => {
  // The demo district has imported nothing; the journeys of importing visit those pages.
  expect(withId.filter((page) => !records.has(page) && !page.includes("/import/"))).toEqual([]);
});

for (const login of demoLogins()) {
  test(`${login} gets each page, or a clear one for what is of others or is not there`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, login);
    const absent = withId.map((pattern) => pattern.replace(/\[[^\]]+\]/g, "999999"));
    const addresses = [...fixed, ...records.values(), ...absent];
    expect(await faultsAt(page.context().request, addresses)).toEqual([]);
    await page.context().close();
  });
}

test("a page of another role says so inside the frame", async ({ browser }) => {
  const page = await pageOf(browser, "rizhi");
  const answer = await page.goto("/ledger");
  expect(answer?.status()).toBe(403);
  await expect(page.getByText("您的岗位没有此页的权限")).toBeVisible();
  await expect(page.getByRole("link", { name: "工作台" }).first()).toBeVisible();
});
