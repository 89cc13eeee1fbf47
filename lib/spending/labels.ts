import type { SpendingAction, SpendingKind, SpendingState } from "./model";

/** What the two kinds of documents are called. */
export const kindLabels: Readonly<Record<SpendingKind, string>> = { REQUEST: "事前申请", CLAIM: "报销单" };

/** The states as the screens word them (funds 4.2). */
export const stateLabels: Readonly<Record<SpendingState, string>> = {
  DRAFT: "草稿",
  SUBMITTED: "待会计审核",
  REVIEWED: "待主席审批",
  APPROVED: "已批准",
  AWAITING_PAYMENT: "待付款",
  PAID: "已付款",
  POSTED: "已记账",
  ARCHIVED: "已归档",
  RETURNED: "已退回",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
};

/** What a person does, as a button says it. */
export const actionLabels: Readonly<Record<SpendingAction, string>> = {
  submit: "提交",
  withdraw: "撤回",
  return: "退回补正",
  reject: "不予批准",
  review: "审核通过",
  approve: "批准",
  pay: "登记付款",
  paymentFailed: "登记退汇",
  post: "制单记账",
  archive: "归档",
};

/** What somebody did, as the timeline says it. */
export const stepLabels: Readonly<Record<string, string>> = {
  submit: "提交",
  withdraw: "撤回",
  return: "退回",
  reject: "不予批准",
  review: "会计审核通过",
  approve: "审批同意",
  pay: "付款",
  paymentFailed: "付款失败、退汇",
  makeVoucher: "制单",
  post: "记账",
  archive: "归档",
  confirmWitness: "证明",
  reviewBranch: "分会、部门审核",
  committeeMinutes: "工会委员会研究",
};

/** Ways to pay. */
export const paymentMethodLabels: Readonly<Record<string, string>> = {
  TRANSFER: "转账",
  CHEQUE: "支票",
  CARD: "公务卡",
  CASH: "现金",
};

/** A word for a code, or the code itself where none is known (records outlive the words for them). */
export function labelIn(labels: Readonly<Record<string, string>>, code: string): string {
  return labels[code] ?? code;
}
