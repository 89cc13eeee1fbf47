"use server";

import { commandAction } from "@/lib/server/action";
import { acceptSpendingImport } from "@/lib/spending/commands/accept-import";
import { addAttachment } from "@/lib/spending/commands/add-attachment";
import {
  approveDocument,
  approveForBelow,
  recordPaperApproval,
} from "@/lib/spending/commands/approve-document";
import { archiveDocument } from "@/lib/spending/commands/archive-document";
import { confirmWitness } from "@/lib/spending/commands/confirm-witness";
import { deleteDraft } from "@/lib/spending/commands/delete-draft";
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

const refresh = { revalidate: "/spending" };

// What happens while somebody types refreshes nothing: the form stands as it is.
export const saveDraftAction = commandAction(saveDraft);
export const addAttachmentAction = commandAction(addAttachment);
export const removeAttachmentAction = commandAction(removeAttachment);

export const addPaperAction = commandAction(addAttachment, refresh);
export const removePaperAction = commandAction(removeAttachment, refresh);
export const submitDocumentAction = commandAction(submitDocument, refresh);
export const deleteDraftAction = commandAction(deleteDraft, refresh);
export const withdrawDocumentAction = commandAction(withdrawDocument, refresh);
export const confirmWitnessAction = commandAction(confirmWitness, refresh);
export const reviewDocumentAction = commandAction(reviewDocument, refresh);
export const returnAtReviewAction = commandAction(returnAtReview, refresh);
export const returnAtApprovalAction = commandAction(returnAtApproval, refresh);
export const returnAtPaymentAction = commandAction(returnAtPayment, refresh);
export const approveDocumentAction = commandAction(approveDocument, refresh);
export const approveForBelowAction = commandAction(approveForBelow, refresh);
export const recordPaperApprovalAction = commandAction(recordPaperApproval, refresh);
export const recordPaperStepAction = commandAction(recordPaperStep, refresh);
export const rejectDocumentAction = commandAction(rejectDocument, refresh);
export const rejectForBelowAction = commandAction(rejectForBelow, refresh);
export const payDocumentAction = commandAction(payDocument, refresh);
export const failPaymentAction = commandAction(failPayment, refresh);
export const postDocumentAction = commandAction(postDocument, refresh);
export const archiveDocumentAction = commandAction(archiveDocument, refresh);
export const previewImportAction = commandAction(previewSpendingImport, refresh);
export const acceptImportAction = commandAction(acceptSpendingImport, refresh);
