import { changeSetting } from "@/lib/accounts/commands/change-setting";
import { disableAccount } from "@/lib/accounts/commands/disable-account";
import { enableAccount } from "@/lib/accounts/commands/enable-account";
import { endOwnSession, endSession } from "@/lib/accounts/commands/end-session";
import { appointFirstSecurityAdmin, grantRole } from "@/lib/accounts/commands/grant-role";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { revokeRole } from "@/lib/accounts/commands/revoke-role";
import { startReset } from "@/lib/accounts/commands/start-reset";
import {
  getAccount,
  getGrantChoices,
  listMySessions,
  listSettings,
  listAccounts as listSignInAccounts,
} from "@/lib/accounts/queries";
import { getChainHead, getChainStatus, listAuditEntries } from "@/lib/audit/queries";
import { addYear } from "@/lib/calendar/commands/add-year";
import { getDeadline, listSpecialDays } from "@/lib/calendar/queries";
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
import { voucherRegister } from "@/lib/ledger/reports/voucher-register";
import { markRead } from "@/lib/messages/commands/mark-read";
import { listMyMessages } from "@/lib/messages/queries";
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
import { closeUnion } from "@/lib/unions/commands/close-union";
import { createUnion } from "@/lib/unions/commands/create-union";
import { editUnion } from "@/lib/unions/commands/edit-union";
import { moveUnion } from "@/lib/unions/commands/move-union";
import { renameUnion } from "@/lib/unions/commands/rename-union";
import { getUnion, listUnions } from "@/lib/unions/queries";
import { commitImport } from "@/lib/workers/commands/commit-import";
import { editWorker } from "@/lib/workers/commands/edit-worker";
import { endMembership } from "@/lib/workers/commands/end-membership";
import { exportWorkers } from "@/lib/workers/commands/export-workers";
import { previewImport } from "@/lib/workers/commands/preview-import";
import { registerWorker } from "@/lib/workers/commands/register-worker";
import { transferWorker } from "@/lib/workers/commands/transfer-worker";
import { unmaskWorker } from "@/lib/workers/commands/unmask-worker";
import { getWorker, listRegisterUnions, listWorkers } from "@/lib/workers/queries";
import { getImport, getImportFile, listImports } from "@/lib/workers/reports/register-import";

/**
 * Every named change and read of the portal. The API with its OpenAPI document, the permission page, the wall
 * tests and the log's wording are generated from these two lists.
 */
export const commands: Command<unknown, Json>[] = [
  addYear,
  appointFirstSecurityAdmin,
  changeSetting,
  closeUnion,
  commitImport,
  createUnion,
  disableAccount,
  editUnion,
  editWorker,
  enableAccount,
  endMembership,
  endOwnSession,
  endSession,
  exportWorkers,
  grantRole,
  inviteAccount,
  markRead,
  moveUnion,
  previewImport,
  registerWorker,
  renameUnion,
  revokeRole,
  startReset,
  transferWorker,
  unmaskWorker,
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
  getAccount,
  getDeadline,
  getGrantChoices,
  getImport,
  getImportFile,
  getUnion,
  getWorker,
  listImports,
  listMyMessages,
  listMySessions,
  listRegisterUnions,
  listSettings,
  listSignInAccounts,
  listSpecialDays,
  listUnions,
  listWorkers,
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
  voucherRegister,
];
