import { defineConfig, devices } from "@playwright/test";

const report = process.env["JOURNEY_REPORT"];
const browser = process.env["PLAYWRIGHT_CHROMIUM"];

// `npm test` starts the portal and names it in ORIGIN; by hand, journeys visit the one that is running.
export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: report === undefined ? "list" : [["line"], ["json", { outputFile: report }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env["ORIGIN"] ?? "http://localhost:3000",
    viewport: { width: 1360, height: 850 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
