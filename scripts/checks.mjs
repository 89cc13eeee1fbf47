// The static checks, each one tool that exists, in the order in which a failure is cheapest to learn.
import { existsSync } from "node:fs";
import path from "node:path";
import { inPackages, run } from "./children.mjs";
import { missingPlatforms } from "./lockfile-platforms.mjs";
import { root } from "./places.mjs";
import { packagesBelowFloor } from "./version-floors.mjs";

const node = process.execPath;

/** Each answers what is wrong as text, or an empty text. */
export const staticChecks = [
  {
    title: "格式与规范（biome）",
    find: tool(
      inPackages("@biomejs", "biome", "bin", "biome"),
      "ci",
      "--colors=off",
      "--error-on-warnings",
      "--max-diagnostics=50",
    ),
  },
  { title: "版本下限", find: async () => packagesBelowFloor().join("\n") },
  {
    title: "锁文件平台完整",
    find: async () =>
      missingPlatforms()
        .map(([place]) => `缺少 ${place}`)
        .join("\n"),
  },
  { title: "类型（tsc）", find: checkTypes },
  {
    title: "依赖方向（dependency-cruiser）",
    find: tool(inPackages("dependency-cruiser", "bin", "dependency-cruise.mjs"), ...cruised()),
  },
  { title: "无用代码（knip）", find: tool(inPackages("knip", "bin", "knip.js"), "--no-progress") },
];

function cruised() {
  const folders = ["app", "components", "lib", "prisma", "scripts", "tests"];
  const existing = folders.filter((folder) => existsSync(path.join(root, folder)));
  return [...existing, "--config", ".dependency-cruiser.cjs", "--output-type", "err-long"];
}

function tool(script, ...args) {
  return async () => {
    const { code, output } = await run(node, [script, ...args]);
    return code === 0 ? "" : output || `退出码 ${code}`;
  };
}

async function checkTypes() {
  const next = inPackages("next", "dist", "bin", "next");
  const generated = await run(node, [next, "typegen"]);
  if (generated.code !== 0) return generated.output;
  return tool(inPackages("typescript", "bin", "tsc"), "--noEmit", "-p", "tsconfig.json")();
}
