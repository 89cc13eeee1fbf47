import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./people";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Who looks, and at what: together every area that the navigation offers somebody. */
const rounds = [
  {
    login: "kuaiji",
    paths: [
      "/",
      "/spending",
      "/spending/new",
      "/spending/import",
      "/ledger",
      "/ledger/new",
      "/budget",
      "/help",
    ],
  },
  {
    login: "xxkuaiji",
    paths: ["/ledger/trial-balance", "/ledger/accounts", "/ledger/general", "/ledger/opening"],
  },
  {
    login: "danwei",
    paths: ["/unions", "/workers", "/workers/import", "/policies/own", "/messages", "/settings"],
  },
  {
    login: "qucaiwu",
    paths: ["/policies", "/policies/rules/F12", "/policies/params", "/policies/rulings", "/policies/words"],
  },
  { login: "xitong", paths: ["/accounts", "/settings/system"] },
  { login: "rizhi", paths: ["/audit"] },
];

type Violation = { id: string; impact: string | null; nodes: { target: unknown[] }[] };

async function seriousFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const violations: Violation[] = await page.evaluate(() =>
    // The page's own object, put there by the script above.
    Reflect.get(window, "axe")
      .run({ resultTypes: ["violations"] })
      .then((result: { violations: unknown }) => result.violations),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join("; ")}`,
    );
}

for (const { login, paths } of rounds) {
  for (const width of [1360, 390]) {
    test(`${login} at ${width} wide: pages stay on this server, fit, raise no error and are accessible`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width, height: 850 }, bypassCSP: true });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") troubles.push(`${page.url()} console: ${message.text()}`);
      });
      page.on("pageerror", (error) => troubles.push(`${page.url()} error: ${error.message}`));
      await signIn(page, login);
      const home = new URL(page.url()).origin;
      page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== home) {
          troubles.push(`${page.url()} asks ${request.url()}`);
        }
      });
      for (const path of paths) {
        const answer = await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        if (answer?.status() !== 200) troubles.push(`${path} answered ${answer?.status()}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) troubles.push(`${path} is ${overflow} px too wide`);
        for (const fault of await seriousFaults(page)) troubles.push(`${path} ${fault}`);
      }
      expect(troubles).toEqual([]);
      await context.close();
    });
  }
}
