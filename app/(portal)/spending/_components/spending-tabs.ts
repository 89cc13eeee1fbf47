import type { SpendingState } from "@/lib/spending/model";

/** The tabs of the list, each with the states it holds; 待我办 has no states of its own. */
export const spendingTabs = {
  draft: { label: "草稿", states: ["DRAFT", "RETURNED", "WITHDRAWN"] },
  review: { label: "审批中", states: ["SUBMITTED", "REVIEWED"] },
  approved: { label: "已批准申请", states: ["APPROVED"] },
  pay: { label: "待付款", states: ["AWAITING_PAYMENT"] },
  paid: { label: "已付款", states: ["PAID"] },
  booked: { label: "已记账·归档", states: ["POSTED", "ARCHIVED"] },
  all: { label: "全部", states: [] },
} as const satisfies Record<string, { label: string; states: readonly SpendingState[] }>;

export type SpendingTab = keyof typeof spendingTabs | "mine";

/** The tab an address asks for; what waits for oneself comes first where there is something. */
export function tabOf(asked: string | undefined, waiting: number): SpendingTab {
  if (asked === "mine") return "mine";
  const known = Object.keys(spendingTabs).find((key): key is keyof typeof spendingTabs => key === asked);
  return known ?? (waiting > 0 ? "mine" : "all");
}
