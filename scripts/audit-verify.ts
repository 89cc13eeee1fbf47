// npm run audit:verify -- [--head FILE]… [--export-head FILE] [--head-only]
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Head, headSchema, isGenuineHead } from "@/lib/server/audit-chain";
import { asGate, closeDatabase } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { currentHead, verifyAudit } from "@/lib/server/verify-audit";
import { joinRunningInstallation } from "./running-installation";

const usage = "用法：npm run audit:verify -- [--head 链头文件]… [--head-only] [--export-head 文件]";

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      head: { type: "string", multiple: true, default: [] },
      "export-head": { type: "string" },
      "head-only": { type: "boolean", default: false },
    },
  });
  const heads = values.head.map(readHead);
  const problem = joinRunningInstallation();
  if (values["head-only"]) return checkHeads(heads);
  if (problem !== null) return fail(problem);
  const report = await verifyAudit(heads);
  if (report.fault !== null) return fail(report.fault.sentence);
  console.log(`操作日志完整：链上 ${report.sealed} 行，另有 ${report.waiting} 行等待封存。`);
  return values["export-head"] === undefined ? 0 : exportHead(values["export-head"]);
}

/** Two heads of one chain never contradict each other; this much can be said without the database. */
function checkHeads(heads: readonly Head[]): number {
  if (heads.length === 0) return fail(usage);
  const forged = heads.find((head) => !isGenuineHead(env().AUDIT_KEY, head));
  if (forged !== undefined)
    return fail(`链头（第 ${forged.seq} 行）不是用本平台的审计密钥导出的，或导出后被改动`);
  const contradicted = heads.find((head) =>
    heads.some((one) => one.seq === head.seq && one.hash !== head.hash),
  );
  if (contradicted !== undefined) return fail(`两份链头的第 ${contradicted.seq} 行不同，日志曾被改写`);
  console.log(`链头有效：${heads.map((head) => `第 ${head.seq} 行 ${head.hash.slice(0, 16)}`).join("；")}`);
  return 0;
}

async function exportHead(file: string): Promise<number> {
  const head = await asGate(currentHead);
  if (head === null) return fail("链上还没有日志，没有可导出的链头");
  writeFileSync(file, `${JSON.stringify(head, null, 2)}\n`, { flag: "wx" });
  console.log(`链头已导出：第 ${head.seq} 行 ${head.hash.slice(0, 16)}，请保存到另外的地方。`);
  return 0;
}

function readHead(file: string): Head {
  return headSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = await run().finally(closeDatabase);
