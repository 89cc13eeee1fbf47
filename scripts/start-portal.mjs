// The steps of a start, in order. Each is skipped when what it makes is fresh.
import { killEverything, stopEverything } from "./children.mjs";
import { accountTable } from "./demo-accounts.mjs";
import { installPackages, packagesAreFresh } from "./packages.mjs";
import { dataFolder } from "./places.mjs";
import { elapsed, Failure, say, sentenceFor, step } from "./progress.mjs";
import { takeStartLock } from "./start-lock.mjs";
import * as web from "./web-server.mjs";

let releaseLock = () => {};
let stopping;

/** Starts the portal and stays until it is stopped; the exit code tells whether that was wanted. */
export async function startPortal({ development }) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => onSignal());
  try {
    await begin({ development });
  } catch (error) {
    if (stopping !== undefined) return; // A step that ended because the person stopped us is no failure.
    process.stderr.write(`\n${sentenceFor(error)}\n`);
    await end(1);
  }
}

async function begin({ development }) {
  const address = web.readAddress();
  releaseLock = takeStartLock(address.origin);
  await web.refuseBusyPort(address);
  if (!packagesAreFresh()) await step("安装依赖（首次约一到三分钟）", installPackages);

  const portal = await preparePortal();
  const databaseGone = portal.database.exited.then(() => {
    throw new Failure("数据库进程意外退出，网站已停止；请重新运行 npm start。");
  });
  await Promise.race([serveForever(portal, address, { development }), databaseGone]);
}

async function serveForever(portal, address, { development }) {
  const env = web.webEnvironment(portal.database, address, { demo: portal.demo !== undefined });
  if (!development) await buildWhenNeeded(env);
  const title = development ? "启动开发服务器" : "启动网站";
  const server = await stepWith(title, () => web.serve(env, address, { development }));
  announce(address, portal);
  await server.exited;
  throw new Failure(`网站进程意外退出，详情见 ${server.logPath}`);
}

/** Database, its shape, its client and its first contents: what the web process needs before it starts. */
export async function preparePortal() {
  const databases = await import("./database.mjs");
  const home = databases.installationHome();
  if (home !== dataFolder) say(`  以 root 运行，而数据库账号进不到本目录，数据改放在 ${home}`);
  if (await databases.generateClient()) say("✓ 已生成数据库客户端");
  const opening = databases.isExternal() ? "连接数据库" : "启动内置数据库";
  const database = await stepWith(opening, () => databases.openDatabase(home));
  const shape = await stepWith("核对数据库结构", () => databases.migrate(database));
  if (shape.applied.length > 0) say(`  已应用 ${shape.applied.length} 个迁移`);
  const demo = databases.wantsDemo(database)
    ? await stepWith("准备演示数据", () => databases.seedDemo(database, shape))
    : undefined;
  const links = await databases.firstAdministratorLinks(database, shape);
  // At once, because they are made only once and a later step may fail; and again at the end.
  if (links.length > 0) say(linkLines(links));
  return { database, demo, links };
}

/** Builds the site for production, or says that the last build still stands. */
export async function buildWhenNeeded(env) {
  await step("构建网站", async () => ((await web.build(env)) ? undefined : "源码未变，沿用上次构建"));
}

async function stepWith(title, run) {
  let value;
  await step(title, async () => {
    value = await run();
  });
  return value;
}

function announce({ origin }, { demo, links, database }) {
  say(`\n区总工会基层工会服务门户已启动（共 ${elapsed()}）：${origin}`);
  if (demo !== undefined) say(`\n演示账号：\n${accountTable(demo).join("\n")}`);
  if (links.length > 0) say(`\n${linkLines(links)}`);
  say(`\n数据和日志在 ${database.home}；按 Ctrl+C 停止。`);
}

function linkLines(links) {
  return ["首批管理员的一次性激活链接（只在本次启动显示）：", ...links.map((link) => `  ${link}`)].join("\n");
}

function onSignal() {
  if (stopping !== undefined) {
    killEverything();
    return;
  }
  say("\n正在停止…");
  stopping = end(0);
}

async function end(code) {
  await stopEverything();
  releaseLock();
  process.exit(code);
}
