// The environment of this installation for commands run by hand beside the portal: where its database is and with
// which keys it works. What the environment already says wins.
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { reachableHome } from "./cluster-account.mjs";

const secretsSchema = z.object({
  NEXTAUTH_SECRET: z.string(),
  FIELD_KEY: z.string(),
  INDEX_KEY: z.string(),
  AUDIT_KEY: z.string(),
  WEB_PASSWORD: z.string(),
});

/** Sets the settings of the running portal; answers a sentence when there is none, else null. */
export function joinRunningInstallation(): string | null {
  const wanted = path.resolve(import.meta.dirname, "..", process.env["DATA_DIR"] || ".data");
  const ownerUrl = process.env["DATABASE_URL"];
  const home = ownerUrl === undefined ? reachableHome(wanted) : wanted;
  const secrets = readSecrets(path.join(home, "secrets.json"));
  for (const name of ["NEXTAUTH_SECRET", "FIELD_KEY", "INDEX_KEY", "AUDIT_KEY"] as const) {
    if (secrets !== null) process.env[name] ??= secrets[name];
  }
  if (process.env["WEB_DATABASE_URL"] !== undefined) return null;
  if (secrets === null) return `没有找到本平台的数据（${home}）；请先运行 npm start`;
  const address = ownerUrl === undefined ? embeddedAddress(home) : new URL(ownerUrl);
  if (address === null) return "数据库没有在运行；请先运行 npm start";
  address.username = "portal_web";
  address.password = secrets.WEB_PASSWORD;
  process.env["WEB_DATABASE_URL"] = address.href;
  return null;
}

function readSecrets(file: string): z.infer<typeof secretsSchema> | null {
  const text = readOrNull(file);
  return text === null ? null : secretsSchema.parse(JSON.parse(text));
}

// The running server writes its port into the fourth line of its pid file.
function embeddedAddress(home: string): URL | null {
  const port = readOrNull(path.join(home, "pg", "postmaster.pid"))
    ?.split("\n")[3]
    ?.trim();
  return port === undefined ? null : new URL(`postgresql://127.0.0.1:${port}/portal`);
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
