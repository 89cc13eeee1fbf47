import { getChainHead, getChainStatus, listAuditEntries } from "@/lib/audit/queries";
import type { Json } from "@/lib/core/json";
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
import { getOpening, getVoucher, listAccounts, listPeriods, listVouchers } from "@/lib/ledger/queries";
import { accountLedger } from "@/lib/ledger/reports/account-ledger";
import { generalLedger } from "@/lib/ledger/reports/general-ledger";
import { checkBalances, trialBalance } from "@/lib/ledger/reports/trial-balance";
import { listLayouts, voucherExport } from "@/lib/ledger/reports/voucher-export";
import { addListEntry } from "@/lib/policies/commands/add-list-entry";
import { confirmParam } from "@/lib/policies/commands/confirm-param";
import { endListEntry } from "@/lib/policies/commands/end-list-entry";
import { registerRuling } from "@/lib/policies/commands/register-ruling";
import { setOwnParam } from "@/lib/policies/commands/set-own-param";
import { supersedeParam } from "@/lib/policies/commands/supersede-param";
import {
  getPolicyData,
  getRuling,
  listOwnParams,
  listParams,
  listRulings,
  listWords,
} from "@/lib/policies/queries";
import { listCaught, listRelied } from "@/lib/policies/verdicts/queries";
import type { Command } from "@/lib/server/command";
import type { Query } from "@/lib/server/query";

/**
 * Every named change and read of the portal. The API with its OpenAPI document, the permission page, the wall
 * tests and the log's wording are generated from these two lists.
 */
export const commands: Command<unknown, Json>[] = [
  addListEntry,
  changeVoucher,
  confirmParam,
  deleteDraft,
  endListEntry,
  enterVoucher,
  exportVouchers,
  importOpening,
  openPeriod,
  pausePeriod,
  postVoucher,
  registerRuling,
  returnVoucher,
  reverseVoucher,
  reviewVoucher,
  setOpeningBalances,
  setOwnParam,
  submitVoucher,
  supersedeParam,
];

export const queries: Query<unknown, unknown>[] = [
  getChainHead,
  getChainStatus,
  listAuditEntries,
  accountLedger,
  checkBalances,
  generalLedger,
  getOpening,
  getPolicyData,
  getRuling,
  getVoucher,
  listAccounts,
  listCaught,
  listLayouts,
  listOwnParams,
  listParams,
  listPeriods,
  listRelied,
  listRulings,
  listVouchers,
  listWords,
  trialBalance,
  voucherExport,
];
