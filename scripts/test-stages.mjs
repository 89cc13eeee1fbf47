// The stages of a test run. Each prints one line, its failures in full, and adds to one count.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inPackages, killEverything, run, stopEverything } from "./children.mjs";
import { installPackages, packagesAreFresh } from "./packages.mjs";
import { logFolder } from "./places.mjs";
import { elapsed, say, sentenceFor, step } from "./progress.mjs";

const tally = { passed: 0, failed: 0 };
// A test run never touches the person's own database, secrets or data.
const foreignSettings = ["DATABASE_URL", "WEB_DATABASE_URL", "DEMO", "ORIGIN", "PORT", "HOST"];
const foreignSecrets = ["NEXTAUTH_SECRET", "NEXTAUTH_URL", "FIELD_KEY", "INDEX_KEY", "AUDIT_KEY"];

let isStopping = false;

/** Runs all stages, prints `N passed, N failed` last and ends the process with 1 when anything failed. */
export async function runStages({ journeys }) {
  for (const name of [...foreignSettings, ...foreignSecrets]) delete process.env[name];
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => onSignal());
  mkdirSync(logFolder, { recursive: true });
  const isPrepared = await counted("准备依赖与数据库客户端", prepare);
  if (isPrepared) {
    const { staticChecks } = await import("./checks.mjs");
    for (const { title, find } of staticChecks) await counted(title, find);
    await stage("规则与指令测试（vitest）", runDomainTests);
    if (journeys) await stage("浏览器旅程（playwright）", runJourneys);
  }
  if (isStopping) return;
  await stopEverything();
  say(`\n共用 ${elapsed()}`);
  say(`${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed === 0 ? 0 : 1);
}

async function prepare() {
  if (!packagesAreFresh()) await step("安装依赖（首次约一到三分钟）", installPackages);
  const { generateClient } = await import("./database.mjs");
  await generateClient();
  return "";
}

/** One check that counts as one: it answers what is wrong as text, or an empty text. */
async function counted(title, find) {
  return stage(title, async () => {
    const wrong = await find();
    return wrong === "" ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output: wrong };
  });
}

async function stage(title, count) {
  if (isStopping) return false;
  let result = { passed: 0, failed: 0 };
  let isAllGood = false;
  await step(title, async () => {
    try {
      result = await count();
    } catch (error) {
      result = { passed: 0, failed: 1, output: sentenceFor(error) };
    }
    isAllGood = result.failed === 0;
    if (isAllGood) return `${result.passed} 通过`;
    return { mark: "✗", text: `${result.passed} 通过，${result.failed} 失败` };
  });
  tally.passed += result.passed;
  tally.failed += result.failed;
  if (!isAllGood && !isStopping) say(`${result.output ?? ""}\n`);
  return isAllGood;
}

async function runDomainTests() {
  const report = path.join(logFolder, "vitest.json");
  rmSync(report, { force: true });
  const vitest = inPackages("vitest", "vitest.mjs");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await run(process.execPath, [vitest, "run", ...reporters]);
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // A file that could not even be loaded has no failed test, and must count all the same.
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailed),
  );
  return { passed, failed: atLeastOne(numFailedTests + unloaded.length, code), output };
}

function isFailed(assertion) {
  return assertion.status === "failed";
}

async function runJourneys() {
  const { withJourneyPortal } = await import("./journey-portal.mjs");
  const report = path.join(logFolder, "playwright.json");
  rmSync(report, { force: true });
  const playwright = inPackages("@playwright", "test", "cli.js");
  const { code, output } = await withJourneyPortal((env) =>
    run(process.execPath, [playwright, "test"], { env: { ...env, JOURNEY_REPORT: report } }),
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  // A journey that passes only at the second try is a failure somebody has not understood yet.
  return {
    passed: stats.expected,
    failed: atLeastOne(stats.unexpected + stats.flaky + errors.length, code),
    output,
  };
}

function atLeastOne(failed, code) {
  return failed === 0 && code !== 0 ? 1 : failed;
}

async function onSignal() {
  if (isStopping) {
    killEverything();
    return;
  }
  isStopping = true;
  say("\n正在停止…");
  await stopEverything();
  process.exit(130);
}
