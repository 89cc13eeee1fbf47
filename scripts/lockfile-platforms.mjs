// A mirror that holds one platform's binaries makes npm leave the others out of package-lock.json, and
// `npm ci` then refuses everywhere. This names what is missing; with --write it is added, unfetched.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./places.mjs";

const file = path.join(root, "package-lock.json");
const systems = new Set(["android", "darwin", "freebsd", "linux", "win32", "openharmony"]);
const processors = new Set(["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "wasm32"]);

/** The optional packages that the lock names as wanted but does not list, as [place, entry] pairs. */
export function missingPlatforms(lock = JSON.parse(readFileSync(file, "utf8"))) {
  const missing = [];
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isListed =
        lock.packages[`node_modules/${name}`] ?? lock.packages[`${parent}/node_modules/${name}`];
      if (isListed === undefined)
        missing.push([`node_modules/${name}`, entryFor(name, version, entry.dev === true)]);
    }
  }
  return missing;
}

function entryFor(name, version, isDev) {
  const words = name.split("/").at(-1).split("-");
  const os = words.filter((word) => systems.has(word));
  const cpu = words.filter((word) => processors.has(word));
  const libc = words.some((word) => /musl/.test(word)) ? ["musl"] : [];
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(isDev ? { dev: true } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatforms(lock);
  if (process.argv.includes("--write")) {
    const all = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
    lock.packages = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
  console.log(missing.map(([place]) => place).join("\n"));
}
