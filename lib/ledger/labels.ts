import type { BooksIn, LedgerSide, PeriodState, VoucherKind, VoucherState } from "@/generated/prisma/enums";

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

/** 借 or 贷. */
export const sideLabels: Record<LedgerSide, string> = { DEBIT: "借", CREDIT: "贷" };

/** Where a union's books are kept. */
export const booksInLabels: Record<BooksIn, string> = {
  PORTAL: "本平台",
  CENTRAL_FINANCE: "财务集中管控系统",
  OTHER: "其他财务软件",
};

/** The five elements of the chart by the first digit of an account's code (《工会会计制度》附录1). */
export const elementLabels: Readonly<Record<string, string>> = {
  "1": "资产",
  "2": "负债",
  "3": "净资产",
  "4": "收入",
  "5": "支出",
};
