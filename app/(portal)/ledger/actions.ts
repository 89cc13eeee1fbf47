"use server";

import { changeVoucher } from "@/lib/ledger/commands/change-voucher";
import { deleteDraft } from "@/lib/ledger/commands/delete-draft";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { exportVouchers } from "@/lib/ledger/commands/export-vouchers";
import { importOpening } from "@/lib/ledger/commands/import-opening";
import { openPeriod } from "@/lib/ledger/commands/open-period";
import { pausePeriod } from "@/lib/ledger/commands/pause-period";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { returnVoucher } from "@/lib/ledger/commands/return-voucher";
import { reverseVoucher } from "@/lib/ledger/commands/reverse-voucher";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { setOpeningBalances } from "@/lib/ledger/commands/set-opening";
import { submitVoucher } from "@/lib/ledger/commands/submit-voucher";
import { commandAction } from "@/lib/server/action";

const refresh = { revalidate: "/ledger" };

export const enterVoucherAction = commandAction(enterVoucher, refresh);
export const changeVoucherAction = commandAction(changeVoucher, refresh);
export const submitVoucherAction = commandAction(submitVoucher, refresh);
export const deleteDraftAction = commandAction(deleteDraft, refresh);
export const reviewVoucherAction = commandAction(reviewVoucher, refresh);
export const returnVoucherAction = commandAction(returnVoucher, refresh);
export const postVoucherAction = commandAction(postVoucher, refresh);
export const reverseVoucherAction = commandAction(reverseVoucher, refresh);
export const setOpeningAction = commandAction(setOpeningBalances, refresh);
export const importOpeningAction = commandAction(importOpening, refresh);
export const pausePeriodAction = commandAction(pausePeriod, refresh);
export const openPeriodAction = commandAction(openPeriod, refresh);
export const exportVouchersAction = commandAction(exportVouchers, refresh);
