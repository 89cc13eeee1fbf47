// PostgreSQL refuses to run as root. Started by root, it runs as the owner of an existing data folder or
// as the system user "postgres"; and its folder must then be one that this user can reach.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Failure } from "./progress.mjs";

/** True when this process is root and the database needs another account. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/** The account (uid, gid) for a cluster folder; empty for an ordinary user, who runs it as himself. */
export function accountFor(clusterFolder) {
  if (!isRoot()) return {};
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return systemAccount() ?? createAccount();
}

/**
 * The folder that keeps the cluster: the wanted one when the account can reach it, else a folder of this
 * checkout's own under /var/lib (or the temporary folder on systems without it).
 */
export function reachableHome(wanted) {
  mkdirSync(wanted, { recursive: true });
  if (!isRoot() || canReach(wanted, accountFor(path.join(wanted, "pg")))) return wanted;
  const mark = createHash("sha256").update(realpathSync(wanted)).digest("hex").slice(0, 10);
  const base = existsSync("/var/lib") ? "/var/lib" : os.tmpdir();
  const home = path.join(base, `district-union-portal-${mark}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

/** A new temporary folder that the database's account can reach. */
export function temporaryHome(prefix) {
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  if (isRoot()) chmodSync(folder, 0o711);
  return reachableHome(folder);
}

/** True when the account may pass through every folder on the way to this one. */
export function canReach(folder, { uid, gid }) {
  if (uid === undefined) return true;
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function systemAccount() {
  const uid = idOf("-u");
  const gid = idOf("-g");
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(flag) {
  const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

function createAccount() {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  const account = systemAccount();
  if (account === undefined) {
    throw new Failure(
      "数据库不能以 root 身份运行，且无法创建系统用户 postgres；请改用普通用户运行，或设置 DATABASE_URL。",
    );
  }
  return account;
}
