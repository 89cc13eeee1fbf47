// Finds a browser for the journeys: the one named, the one installed, Playwright's download, Debian's.
import { existsSync } from "node:fs";
import path from "node:path";
import { inPackages, run } from "./children.mjs";
import { isRoot } from "./cluster-account.mjs";
import { Failure } from "./progress.mjs";

const commonNames = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];
const commonPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of a browser that Playwright can drive; undefined means Playwright's own download. */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Failure(`环境变量 PLAYWRIGHT_CHROMIUM 指向的浏览器不存在：${named}`);
  }
  const installed = installedBrowser();
  if (installed !== undefined) return installed;
  const download = await run(process.execPath, [inPackages("playwright", "cli.js"), "install", "chromium"]);
  if (download.code === 0) return undefined;
  return fromDebian();
}

function installedBrowser() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const named = folders.flatMap((folder) => commonNames.map((name) => path.join(folder, name)));
  return [...named, ...commonPlaces].find((place) => existsSync(place));
}

async function fromDebian() {
  if (isRoot() && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { env });
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"], {
      env,
    });
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Failure(
    "没有可用的浏览器：请安装 Chromium 和中文字体（Debian：apt-get install chromium fonts-noto-cjk），或用 PLAYWRIGHT_CHROMIUM 指定路径。",
  );
}
