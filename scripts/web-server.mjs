// The web process: built when its sources changed, started, and called ready only when it says so itself.
import { existsSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inPackages, runQuietly, startGuarded } from "./children.mjs";
import { buildHash, isFresh, stampFresh } from "./freshness.mjs";
import { root } from "./places.mjs";
import { Failure } from "./progress.mjs";
import { applicationEnvironment } from "./secrets.mjs";

const next = inPackages("next", "dist", "bin", "next");
const readyWithinMs = 120_000;
const buildStamp = path.join(root, ".next", "made-from");

/** Where the portal is served: the port, the interface, and the address people type. */
export function readAddress(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT 应为 1 到 65535 的整数，当前是“${env.PORT}”。`);
  }
  const origin = env.ORIGIN || `http://localhost:${port}`;
  if (!URL.canParse(origin))
    throw new Failure(`ORIGIN 应为完整网址（例如 https://gh.example.cn），当前是“${origin}”。`);
  return { port, host: env.HOST || "0.0.0.0", origin: new URL(origin).origin };
}

/** Refuses when somebody else already listens on the port. */
export async function refuseBusyPort({ port, host }) {
  for (const each of new Set([host, "127.0.0.1"])) {
    const problem = await tryListen(port, each);
    if (problem === "EADDRINUSE") {
      throw new Failure(
        `端口 ${port} 已被占用，请停止占用它的程序，或换一个端口（PORT=${port + 1} npm start）。`,
      );
    }
    if (problem === "EACCES") throw new Failure(`没有权限使用端口 ${port}，请换用 1024 以上的端口。`);
    if (problem === "EADDRNOTAVAIL") throw new Failure(`本机没有地址 ${each}，请检查环境变量 HOST。`);
  }
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** What the web process is given; it never sees the owner's address of the database. */
export function webEnvironment(database, address, { demo }) {
  return {
    ...applicationEnvironment(database.secrets),
    DATABASE_URL: undefined,
    WEB_DATABASE_URL: database.webUrl,
    DATA_DIR: database.home,
    PORT: String(address.port),
    ORIGIN: address.origin,
    NEXTAUTH_URL: address.origin,
    DEMO: demo ? "1" : "0",
  };
}

/** True when the last production build was made from these very sources. */
export function isBuildFresh() {
  return existsSync(path.join(root, ".next", "BUILD_ID")) && isFresh(buildStamp, buildHash());
}

/** Builds for production unless the last build was made from these very sources; true when it built. */
export async function build(env) {
  if (isBuildFresh()) return false;
  const hash = buildHash();
  await runQuietly("next-build", "生产构建失败", process.execPath, [next, "build"], {
    env: { ...env, NODE_ENV: "production" },
  });
  stampFresh(buildStamp, hash);
  return true;
}

/** Starts serving and waits until the health check answers. */
export async function serve(env, address, { development = false, logName = "web" } = {}) {
  const mode = development ? "dev" : "start";
  const server = startGuarded(
    logName,
    process.execPath,
    [next, mode, "--port", String(address.port), "--hostname", address.host],
    { env: { ...env, NODE_ENV: development ? "development" : "production" }, show: development },
  );
  await untilHealthy(server, address);
  return server;
}

async function untilHealthy(server, { port, host }) {
  let ended = false;
  server.exited.then(() => {
    ended = true;
  });
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  for (const until = performance.now() + readyWithinMs; performance.now() < until; await pause(150)) {
    if (ended) throw new Failure(`网站进程启动后退出，详情见 ${server.logPath}`);
    if (await isHealthy(`http://${reachable}:${port}/api/health`)) return;
  }
  await server.stop();
  throw new Failure(
    `网站在 ${readyWithinMs / 1000} 秒内没有通过健康检查（/api/health），详情见 ${server.logPath}`,
  );
}

async function isHealthy(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false; // Not listening yet.
  }
}
