// npm run token -- --login LOGIN [--label TEXT] | --list | --revoke ID
import { parseArgs } from "node:util";
import { issueToken, listTokens, revokeToken } from "@/lib/server/api-token";
import { closeDatabase } from "@/lib/server/db";

const usage = "用法：npm run token -- --login 账号 [--label 用途] | --list | --revoke 编号";

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      login: { type: "string" },
      label: { type: "string", default: "命令行" },
      list: { type: "boolean", default: false },
      revoke: { type: "string" },
    },
  });
  const { login, label, list, revoke } = values;
  if (login === undefined) return fail(usage);
  if (list) {
    for (const token of await listTokens(login)) {
      const state =
        token.revokedAt === null ? `有效至 ${token.expiresAt.toISOString().slice(0, 10)}` : "已作废";
      console.log(`${token.id}  ${token.label}  ${state}`);
    }
    return 0;
  }
  if (revoke !== undefined) {
    if (!/^\d{1,18}$/.test(revoke)) return fail(usage);
    return (await revokeToken(login, BigInt(revoke))) ? say("已作废") : fail("没有这个有效的令牌");
  }
  const issued = await issueToken(login, label);
  if (issued === null) return fail("没有这个在用的账号");
  console.error(`编号 ${issued.id}；以下令牌只显示这一次，请求时写在 Authorization: Bearer 之后：`);
  return say(issued.token);
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function fail(text: string): number {
  console.error(text);
  return 1;
}

process.exitCode = await run().finally(closeDatabase);
