// Which database this installation uses and how each process reaches it: the owner migrates and seeds,
// the web process signs in as a role that owns nothing.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inPackages, runQuietly } from "./children.mjs";
import { reachableHome } from "./cluster-account.mjs";
import { clientHash, isFresh, migrationsHash, stampFresh } from "./freshness.mjs";
import { dataFolder, root } from "./places.mjs";
import { Failure } from "./progress.mjs";
import { applicationEnvironment, openSecrets } from "./secrets.mjs";
import { readAddress } from "./web-server.mjs";

const databaseName = "portal";
const webRole = "portal_web";
const oldestServer = 150_000;

/** True when the person brought a PostgreSQL of his own. */
export function isExternal() {
  return Boolean(process.env.DATABASE_URL);
}

/** The folder with this installation's state; for root it may have to lie outside a closed checkout. */
export function installationHome() {
  mkdirSync(dataFolder, { recursive: true });
  return isExternal() ? dataFolder : reachableHome(dataFolder);
}

/** Opens the database: the person's own, or the embedded one, started here. */
export async function openDatabase(home) {
  const hasCluster = existsSync(path.join(home, "pg", "PG_VERSION"));
  const secrets = openSecrets(home, { mustExist: hasCluster && !isExternal() });
  return isExternal() ? openExternal(home, secrets) : openEmbedded(home, secrets, hasCluster);
}

/** Closes what openDatabase started; the person's own server is left alone. */
export async function closeDatabase(database) {
  await database.cluster?.stop();
}

async function openExternal(home, secrets) {
  const ownerUrl = process.env.DATABASE_URL;
  await checkExternal(ownerUrl);
  const webUrl = process.env.WEB_DATABASE_URL || withLogin(ownerUrl, webRole, secrets.WEB_PASSWORD);
  return { kind: "external", home, ownerUrl, webUrl, secrets, exited: new Promise(() => {}) };
}

async function openEmbedded(home, secrets, hasCluster) {
  const { dropDatabase, ensureDatabase, openCluster } = await import("./embedded-postgres.mjs");
  const cluster = await openCluster(home, secrets.OWNER_PASSWORD, {
    settings: ["timezone=Asia/Shanghai", "log_timezone=Asia/Shanghai"],
  });
  // The mark stands from the making of the database until its first contents are complete: a first start
  // that was cut off left half a district, so begin again.
  if (existsSync(unfinishedMark(home))) await dropDatabase(cluster, databaseName);
  if (!hasCluster || existsSync(unfinishedMark(home))) {
    writeFileSync(unfinishedMark(home), "");
    await ensureDatabase(cluster, databaseName);
  }
  const ownerUrl = cluster.urlOf(databaseName);
  const webUrl = withLogin(ownerUrl, webRole, secrets.WEB_PASSWORD);
  return { kind: "embedded", home, ownerUrl, webUrl, secrets, cluster, exited: cluster.exited };
}

/** Brings the database to this version's shape; answers what was applied and whether accounts exist. */
export async function migrate(database) {
  const stamp = path.join(database.home, "migrated.json");
  const memory = existsSync(stamp) ? parseOr(readFileSync(stamp, "utf8"), {}) : {};
  const hash = migrationsHash();
  const isKnown =
    database.kind === "embedded" && memory.hash === hash && !existsSync(unfinishedMark(database.home));
  if (isKnown) return { applied: [], edited: [], hasAccounts: memory.hasAccounts };
  const env = {
    DATABASE_URL: database.ownerUrl,
    ...(process.env.WEB_DATABASE_URL ? {} : { WEB_PASSWORD: database.secrets.WEB_PASSWORD }),
  };
  const stdout = await runScript("migrate", "数据库迁移失败", "scripts/migrate.ts", env);
  const outcome = JSON.parse(lastLine(stdout));
  if (outcome.edited.length > 0) {
    throw new Failure(
      `迁移文件在应用后被改动：${outcome.edited.join("、")}；请恢复原文件，改动应写成新的迁移。`,
    );
  }
  rememberMigrated(database, outcome.hasAccounts);
  return outcome;
}

/** Fills an empty demo installation; answers the demo accounts, or undefined where there is no demo. */
export async function seedDemo(database, { hasAccounts }) {
  const accountsFile = path.join(database.home, "demo-accounts.json");
  if (!wantsDemo(database)) return undefined;
  if (hasAccounts)
    return existsSync(accountsFile) ? JSON.parse(readFileSync(accountsFile, "utf8")) : undefined;
  const stdout = await runScript(
    "seed",
    "演示数据写入失败",
    "prisma/seed/run.ts",
    ownerEnvironment(database),
  );
  const line = lastLine(stdout);
  writeFileSync(accountsFile, `${line}\n`, { mode: 0o600 });
  rememberFilled(database);
  return JSON.parse(line);
}

/** Makes the first administrators of an installation without accounts; answers their activation links. */
export async function firstAdministratorLinks(database, { hasAccounts }) {
  if (hasAccounts || wantsDemo(database)) return [];
  const env = ownerEnvironment(database);
  const stdout = await runScript("first-admin", "首位管理员创建失败", "prisma/seed/first-admin.ts", env);
  rememberFilled(database);
  return lastLine(stdout).split(/\s+/).filter(Boolean);
}

/** Generates the database client when the schema changed. */
export async function generateClient() {
  const stamp = path.join(root, "generated", "prisma", ".made-from");
  const hash = clientHash();
  if (isFresh(stamp, hash)) return false;
  const prisma = inPackages("prisma", "build", "index.js");
  // The generator asks for an engine file but never starts it: any existing program will do, and the
  // download that intranet servers cannot make is skipped.
  await runQuietly("prisma-generate", "数据库客户端生成失败", process.execPath, [prisma, "generate"], {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
  stampFresh(stamp, hash);
  return true;
}

/** True when this installation shows the demo district: the embedded database unless told otherwise. */
export function wantsDemo(database) {
  return database.kind === "embedded" ? process.env.DEMO !== "0" : process.env.DEMO === "1";
}

function ownerEnvironment(database) {
  return {
    ...applicationEnvironment(database.secrets),
    DATABASE_URL: database.ownerUrl,
    WEB_DATABASE_URL: database.webUrl,
    DATA_DIR: database.home,
    ORIGIN: readAddress().origin,
  };
}

function rememberMigrated(database, hasAccounts) {
  if (database.kind !== "embedded") return;
  writeFileSync(
    path.join(database.home, "migrated.json"),
    JSON.stringify({ hash: migrationsHash(), hasAccounts }),
  );
}

function rememberFilled(database) {
  rememberMigrated(database, true);
  rmSync(unfinishedMark(database.home), { force: true });
}

function unfinishedMark(home) {
  return path.join(home, ".unfinished");
}

function runScript(name, sentence, script, env) {
  const args = [inPackages("tsx", "dist", "cli.mjs"), script];
  return runQuietly(name, sentence, process.execPath, args, { env });
}

function lastLine(text) {
  return text.trim().split("\n").at(-1) ?? "";
}

function parseOr(text, otherwise) {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

function withLogin(url, user, password) {
  const target = new URL(url);
  target.username = user;
  target.password = password;
  return target.href;
}

async function checkExternal(url) {
  const { default: pg } = await import("pg");
  if (!URL.canParse(url))
    throw new Failure("DATABASE_URL 不是有效的连接地址（postgresql://用户:密码@主机:端口/库名）。");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Failure(unreachableSentence(url, error));
  }
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as may_create_roles
       from pg_roles where rolname = current_user`,
    );
    if (!rows[0].may_create_roles) {
      throw new Failure(
        "DATABASE_URL 的账号缺少 CREATEROLE 权限，无法建立网站使用的角色；请由数据库管理员授予。",
      );
    }
    if (rows[0].version < oldestServer)
      throw new Failure("DATABASE_URL 指向的 PostgreSQL 版本过低，需要 15 或更新版本。");
  } finally {
    await client.end();
  }
}

function unreachableSentence(url, error) {
  const { host, pathname } = new URL(url);
  const sentences = {
    "28P01": "用户名或密码不正确",
    28000: "服务器拒绝该用户登录",
    "3D000": `数据库 ${pathname.slice(1)} 不存在`,
    53300: "服务器连接数已满",
    ENOTFOUND: "找不到该主机",
    ECONNREFUSED: "连接被拒绝",
  };
  const why = sentences[error.code] ?? "无法建立连接";
  return `无法连接 DATABASE_URL 指定的数据库（${host}）：${why}，请检查地址和账号后重试。`;
}
