import type { AccountStatus } from "@/generated/prisma/enums";

/** What the state of an account is called. */
export const accountStatusLabels: Record<AccountStatus, string> = {
  INVITED: "待激活",
  ACTIVE: "在用",
  DISABLED: "已停用",
};

/** How a session ended. */
export const endReasonLabels: ReadonlyMap<string, string> = new Map([
  ["IDLE", "长时间没有操作"],
  ["EXPIRED", "到最长时间"],
  ["SIGNED_OUT", "本人退出"],
  ["ELSEWHERE", "在别处登录"],
  ["ENDED", "本人或管理员结束"],
  ["PASSWORD", "密码已更改"],
  ["DISABLED", "账号已停用"],
]);
