import type { Tx } from "./db";

/** The numbers an administrator may change, with what each is called and how far it may go. */
export const settings = {
  SESSION_IDLE_MINUTES: { label: "无操作自动退出", unit: "分钟", min: 5, max: 120 },
  SESSION_HOURS: { label: "一次登录最长", unit: "小时", min: 1, max: 24 },
  SESSIONS_PER_ACCOUNT: { label: "同一账号同时登录", unit: "处", min: 1, max: 100 },
  SIGN_IN_FAILURES_PER_ACCOUNT: { label: "同一账号连续输错后暂停登录", unit: "次", min: 3, max: 10 },
  SIGN_IN_FAILURES_PER_ADDRESS: { label: "同一网络地址输错后暂停登录", unit: "次", min: 10, max: 1000 },
  SIGN_IN_WINDOW_MINUTES: { label: "输错次数的统计时段与暂停时长", unit: "分钟", min: 5, max: 240 },
  LINK_HOURS: { label: "激活与重设链接有效", unit: "小时", min: 1, max: 24 },
  TOKEN_DAYS: { label: "接口令牌有效", unit: "天", min: 1, max: 730 },
  UNMASK_PER_DAY: { label: "每人每天查看完整证件信息", unit: "次", min: 1, max: 500 },
} as const;

export type SettingCode = keyof typeof settings;

/** A setting's present value; throws when the migrations have not been applied. */
export async function settingIn(tx: Tx, code: SettingCode): Promise<number> {
  const row = await tx.portalSetting.findUnique({ where: { code }, select: { value: true } });
  if (row === null) throw new Error(`setting ${code} is missing`);
  return row.value;
}
