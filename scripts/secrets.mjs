// The installation's own secrets: made at the first start, kept in one file only its owner can read.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./progress.mjs";

// Encrypted columns can never be read again without these, so they are what a backup must include.
const applicationSecrets = ["NEXTAUTH_SECRET", "FIELD_KEY", "INDEX_KEY", "AUDIT_KEY"];
const databaseSecrets = ["OWNER_PASSWORD", "WEB_PASSWORD"];
const shortestSecret = 32;
const fewestCharacters = 10;
const wellKnown = /secret|password|changeme|default|example|123456/i;

/**
 * Reads the secrets of the folder, making the missing ones. A value from the environment wins and is
 * refused when it is short or well known. `mustExist` refuses to make new keys for an existing database.
 */
export function openSecrets(folder, { mustExist }) {
  const file = path.join(folder, "secrets.json");
  if (mustExist && !existsSync(file)) {
    throw new Failure(`数据库已存在，但密钥文件 ${file} 缺失；没有它无法解密数据，请从备份恢复该文件。`);
  }
  const stored = existsSync(file) ? parse(file) : {};
  const complete = { ...stored };
  for (const name of [...applicationSecrets, ...databaseSecrets]) {
    complete[name] ??= randomBytes(32).toString(databaseSecrets.includes(name) ? "hex" : "base64");
  }
  if (JSON.stringify(complete) !== JSON.stringify(stored)) write(file, complete);
  const secrets = { ...complete };
  for (const name of applicationSecrets) secrets[name] = fromEnvironment(name) ?? complete[name];
  return secrets;
}

/** Only what the web process needs, by the names it reads. */
export function applicationEnvironment(secrets) {
  return Object.fromEntries(applicationSecrets.map((name) => [name, secrets[name]]));
}

function fromEnvironment(name) {
  const value = process.env[name];
  if (value === undefined || value === "") return undefined;
  if (value.length < shortestSecret || new Set(value).size < fewestCharacters || wellKnown.test(value)) {
    throw new Failure(
      `环境变量 ${name} 太短或是常见的默认值，请换成至少 ${shortestSecret} 位的随机值（openssl rand -base64 32）。`,
    );
  }
  return value;
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Failure(`密钥文件 ${file} 无法读取或已损坏，请从备份恢复该文件。`);
  }
}

function write(file, secrets) {
  const half = `${file}.new`;
  writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
}
