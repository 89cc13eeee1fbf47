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
import { enterBudget } from "@/lib/budget/commands/enter-budget";
import { importBudget } from "@/lib/budget/commands/import-budget";
import { getBudget, listBudgets } from "@/lib/budget/queries";
import { addYear } from "@/lib/calendar/commands/add-year";
import { getDeadline, listSpecialDays } from "@/lib/calendar/queries";
import type { Json } from "@/lib/core/json";
import { getPlace, listTasks } from "@/lib/desk/queries";
import { getFigures } from "@/lib/desk/reports/figures";
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
import { acceptSpendingImport } from "@/lib/spending/commands/accept-import";
import { addAttachment } from "@/lib/spending/commands/add-attachment";
import {
  approveDocument,
  approveForBelow,
  recordPaperApproval,
} from "@/lib/spending/commands/approve-document";
import { archiveDocument } from "@/lib/spending/commands/archive-document";
import { confirmWitness } from "@/lib/spending/commands/confirm-witness";
import { deleteDraft as deleteSpendingDraft } from "@/lib/spending/commands/delete-draft";
import { failPayment } from "@/lib/spending/commands/fail-payment";
import { payDocument } from "@/lib/spending/commands/pay-document";
import { postDocument } from "@/lib/spending/commands/post-document";
import { previewSpendingImport } from "@/lib/spending/commands/preview-import";
import { recordPaperStep } from "@/lib/spending/commands/record-paper-step";
import { rejectDocument, rejectForBelow } from "@/lib/spending/commands/reject-document";
import { removeAttachment } from "@/lib/spending/commands/remove-attachment";
import { returnAtApproval, returnAtPayment, returnAtReview } from "@/lib/spending/commands/return-document";
import { reviewDocument } from "@/lib/spending/commands/review-document";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { withdrawDocument } from "@/lib/spending/commands/withdraw-document";
import {
  draftChoices,
  draftContext,
  exportSpending,
  getDocument,
  getDocumentBelow,
  getPaper,
  listOpenPapers,
  listSpending,
  myTasks,
  tasksForBelow,
  whoCanAct,
} from "@/lib/spending/queries";
import { getImportBatch } from "@/lib/spending/reports/import-batch";
import { listImportBatches } from "@/lib/spending/reports/import-history";
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
  acceptSpendingImport,
  addAttachment,
  addListEntry,
  addYear,
  appointFirstSecurityAdmin,
  approveDocument,
  approveForBelow,
  archiveDocument,
  changeSetting,
  changeVoucher,
  closeUnion,
  commitImport,
  confirmParam,
  confirmWitness,
  createUnion,
  deleteDraft,
  deleteSpendingDraft,
  disableAccount,
  editUnion,
  editWorker,
  enableAccount,
  endListEntry,
  endMembership,
  endOwnSession,
  endSession,
  enterBudget,
  enterVoucher,
  exportVouchers,
  exportWorkers,
  failPayment,
  grantRole,
  importBudget,
  importOpening,
  inviteAccount,
  markRead,
  moveUnion,
  openPeriod,
  pausePeriod,
  payDocument,
  postDocument,
  postVoucher,
  previewImport,
  previewSpendingImport,
  recordPaperApproval,
  recordPaperStep,
  registerRuling,
  registerWorker,
  rejectDocument,
  rejectForBelow,
  removeAttachment,
  renameUnion,
  returnAtApproval,
  returnAtPayment,
  returnAtReview,
  returnVoucher,
  reverseVoucher,
  reviewDocument,
  reviewVoucher,
  revokeRole,
  saveDraft,
  setOpeningBalances,
  setOwnParam,
  startReset,
  submitDocument,
  submitVoucher,
  supersedeParam,
  transferWorker,
  unmaskWorker,
  withdrawDocument,
];

/** Every named read of the portal. */
export const queries: Query<unknown, unknown>[] = [
  accountLedger,
  checkBalances,
  draftChoices,
  draftContext,
  exportSpending,
  generalLedger,
  getAccount,
  getBudget,
  getChainHead,
  getChainStatus,
  getDeadline,
  getDocument,
  getDocumentBelow,
  getFigures,
  getGrantChoices,
  getImport,
  getImportBatch,
  getImportFile,
  getOpening,
  getPaper,
  getPlace,
  getPolicyData,
  getRuling,
  getUnion,
  getVoucher,
  getWorker,
  listAccounts,
  listAuditEntries,
  listBudgets,
  listCaught,
  listImportBatches,
  listImports,
  listLayouts,
  listMyMessages,
  listMySessions,
  listOpenPapers,
  listOwnParams,
  listParams,
  listPeriods,
  listRegisterUnions,
  listRelied,
  listRulings,
  listSettings,
  listSignInAccounts,
  listSpecialDays,
  listSpending,
  listTasks,
  listUnions,
  listVouchers,
  listWords,
  listWorkers,
  myTasks,
  tasksForBelow,
  trialBalance,
  voucherExport,
  voucherRegister,
  whoCanAct,
];
