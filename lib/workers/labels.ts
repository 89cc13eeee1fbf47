import type { CardStatus, EmploymentStatus } from "@/generated/prisma/enums";

/** The state of 京卡 (welfare.md 1.2). */
export const cardStatusLabels: Record<CardStatus, string> = {
  NONE: "未办",
  APPLYING: "申办中",
  ACTIVE: "正常",
  LOST: "挂失",
  REPLACED: "已换卡",
  CLOSED: "销卡",
};

/** 工作状态 (welfare.md 1.2). */
export const employmentLabels: Record<EmploymentStatus, string> = {
  ON_DUTY: "在岗",
  OFF_DUTY: "下（待）岗",
  UNEMPLOYED: "失（无）业",
  RETIRED: "退休",
  SICK_LEAVE: "病休",
  EARLY_RETIRED: "内退",
};

/** Why a membership ends. */
export const leaveReasons = ["退休", "调出", "退会", "死亡"] as const;

/** Why somebody needs a full number; the list is closed so that the log can be counted. */
export const unmaskReasons = [
  "核对证件原件",
  "填报上级系统",
  "办理京卡业务",
  "办理互助保障",
  "联系本人",
  "配合检查审计",
] as const;

/** The numbers that can be shown in full. */
export const unmaskFields = { idNo: "证件号码", mobile: "手机号", cardNo: "京卡卡号" } as const;
