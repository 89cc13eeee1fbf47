import type { FormResult } from "@/components/form/form";
import {
  approveDocumentAction,
  approveForBelowAction,
  archiveDocumentAction,
  confirmWitnessAction,
  failPaymentAction,
  payDocumentAction,
  postDocumentAction,
  rejectDocumentAction,
  rejectForBelowAction,
  returnAtApprovalAction,
  returnAtPaymentAction,
  returnAtReviewAction,
  reviewDocumentAction,
  withdrawDocumentAction,
} from "./actions";

type StepAction = (input: unknown, key: string) => Promise<FormResult>;

/** The steps of a document by the names of their commands, as the document offers them. */
export const stepActions: Readonly<Record<string, StepAction>> = {
  "spending.withdrawDocument": withdrawDocumentAction,
  "spending.reviewDocument": reviewDocumentAction,
  "spending.confirmWitness": confirmWitnessAction,
  "spending.approveDocument": approveDocumentAction,
  "spending.approveForBelow": approveForBelowAction,
  "spending.rejectDocument": rejectDocumentAction,
  "spending.rejectForBelow": rejectForBelowAction,
  "spending.returnAtReview": returnAtReviewAction,
  "spending.returnAtApproval": returnAtApprovalAction,
  "spending.returnAtPayment": returnAtPaymentAction,
  "spending.payDocument": payDocumentAction,
  "spending.failPayment": failPaymentAction,
  "spending.postDocument": postDocumentAction,
  "spending.archiveDocument": archiveDocumentAction,
};
