/** What happened, in the log's words. */
export const outcomeLabels = { DONE: "已办理", REFUSED: "已拒绝" } as const;

/** What the gate itself writes beside the commands of the catalogue. */
export const ownCommandLabels: Readonly<Record<string, string>> = {
  "session.signIn": "登录",
  "session.signOut": "退出登录",
  "session.signInFailed": "登录失败",
  "session.signInPaused": "登录被暂停",
  "portal.export": "导出文件",
  "account.activate": "激活账号",
  "account.resetPassword": "重设密码",
  "account.changePassword": "修改密码",
};

const subjectKinds: Readonly<Record<string, string>> = {
  account: "账号",
  attachment: "附件",
  budget: "预算",
  calendar: "工作日历",
  grant: "岗位",
  ledger_book: "账簿",
  import_batch: "导入批次",
  ledger_period: "记账月份",
  message: "消息",
  policyListEntry: "词表词语",
  policyParam: "标准",
  ruling: "答复单",
  session: "登录",
  setting: "设置",
  spending: "支出单",
  token: "令牌",
  union: "工会",
  voucher: "凭证",
  worker: "会员",
};

/** The subject of a line ("voucher:12") in words ("凭证 12"). */
export function subjectLabel(subject: string): string {
  const [kind = "", ...rest] = subject.split(":");
  return `${subjectKinds[kind] ?? "记录"} ${rest.join(" ")}`.trim();
}
