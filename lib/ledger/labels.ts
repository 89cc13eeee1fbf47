import type { PeriodState, VoucherKind, VoucherState } from "@/generated/prisma/enums";

/** The step a voucher is at, as the tabs of the list call it. */
export const voucherStateLabels: Record<VoucherState, string> = {
  DRAFT: "草稿",
  SUBMITTED: "待稽核",
  REVIEWED: "待记账",
  POSTED: "已记账",
};

/** What a voucher is for. */
export const voucherKindLabels: Record<VoucherKind, string> = {
  GENERAL: "普通凭证",
  CLOSING: "结转凭证",
  REVERSAL: "红字冲销",
};

/** Whether a month takes vouchers. */
export const periodStateLabels: Record<PeriodState, string> = {
  OPEN: "开放",
  PAUSED: "暂停",
  CLOSED: "已结账",
};
