// Installs the dependencies when they are missing or older than package-lock.json. Derived from what npm
// itself records of an installation, so that one made by hand counts too.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "./children.mjs";
import { root } from "./places.mjs";

/** True when every package that package-lock.json asks for stands in node_modules in that version. */
export function packagesAreFresh() {
  const installed = read(path.join(root, "node_modules", ".package-lock.json"));
  if (installed === undefined) return false;
  const wanted = read(path.join(root, "package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const found = installed.packages?.[place];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/** Installs exactly what package-lock.json says; uses the npm that called us when there is one. */
export async function installPackages() {
  const npm = process.env.npm_execpath;
  const viaNode = npm?.endsWith(".js") && existsSync(npm);
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await runQuietly(
    "npm-ci",
    "依赖安装失败，请检查网络或 npm 镜像（npm config get registry）",
    viaNode ? process.execPath : "npm",
    viaNode ? [npm, ...args] : args,
    { shell: !viaNode && process.platform === "win32" },
  );
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
