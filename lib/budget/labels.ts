import type { UseKind } from "./model";

/** How a use of the budget is called in its list of rows. */
export const useLabels: Readonly<Record<UseKind, string>> = {
  BOOKED: "已记账",
  PAID: "已付款未记账",
  TRANSIT: "在途",
};
