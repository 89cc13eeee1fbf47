import { amountOf } from "@/lib/spending/facts/lines";
import type { DraftContext } from "@/lib/spending/model";
import type { PersonChoice } from "@/lib/spending/reports/draft-choices";
import { spendingFacts } from "@/lib/spending/rules/facts";
import type { Draft } from "@/lib/spending/schema";

/** A paper of a document as the form shows it. */
export type Paper = {
  id: string;
  kind: string;
  fileName: string;
  mime: string;
  sizeBytes: number;
  isLocked: boolean;
};

/** What a form starts from: an empty draft, or one kept on the server. */
export type DraftStart = {
  unionId: number;
  id: string | null;
  version: number | null;
  draft: Draft;
  context: DraftContext;
  papers: readonly Paper[];
};

/** The lists one chooses from. */
export type DraftChoices = {
  /** Members of the union on the day. */
  members: readonly PersonChoice[];
  /** Persons of the union who may answer for a spending or witness it. */
  persons: readonly PersonChoice[];
  /** Approved requests that a claim may carry out. */
  requests: readonly { id: string; label: string }[];
};

/** The place of a fact in the form, by field name. */
const fieldOfFact: Readonly<Record<string, string>> = {
  ...{ amount: "lines.0.amount", itemNames: "lines.0.name", accountCode: "lines.0.accountCode" },
  ...{ unitPrice: "lines.0.unitPrice", usefulLife: "lines.0.name", itemKind: "lines.0.name" },
  ...{ purpose: "title", payee: "payeeName", paymentMethod: "paymentMethod", purchaseDate: "occurredOn" },
  ...{ mealTotal: "lines.0.amount", clothingTotal: "lines.0.amount", linkedActivityId: "requestId" },
  ...{ nonMembers: "people", perPersonAmounts: "people", applicantId: "claimantId" },
  ...{ invoiceKind: "invoices.0.kind", invoiceNo: "invoices.0.number", buyerName: "invoices.0.buyerName" },
  ...{ buyerTaxNo: "invoices.0.buyerTaxNo", invoiceLineNames: "invoices.0.itemNames" },
  ...{ hasItemList: "invoices.0.hasItemList", priorBookings: "invoices.0.number" },
  ...{ attachmentsChecklist: "papers", originalFile: "papers", meetingMinuteId: "papers" },
  witnessId: "witnessId",
};

/** Where facts are kept that are not the form's to say. */
const pageOfFact: Readonly<Record<string, string>> = {
  ...{
    approvedBudgetIncome: "/budget",
    approvedBudgetExpenditure: "/budget",
    budgetLineAvailable: "/budget",
  },
  ...{ members: "/workers", unionName: "/unions", unionTaxNo: "/unions" },
};

// Steps of others after submission; nothing to fill in while one types.
const laterFacts: ReadonlySet<string> = new Set(["approverId", "bookkeeperId", "cashierId", "stage"]);

const factIds: ReadonlySet<string> = new Set(Object.values(spendingFacts).map((fact) => fact.id));

/** Whether a fact is answered in a field of its own name, below the head of the form. */
export function isAnswered(factId: string): boolean {
  const hasPlace = Object.hasOwn(fieldOfFact, factId) || Object.hasOwn(pageOfFact, factId);
  return factIds.has(factId) && !hasPlace && !laterFacts.has(factId);
}

/** Where a fact is filled in: a field of the form by name, or another page; null when nobody can now. */
export function placeOfFact(factId: string): { field: string } | { page: string } | null {
  const page = pageOfFact[factId];
  if (page !== undefined) return { page };
  const field = fieldOfFact[factId];
  if (field !== undefined) return { field };
  if (isAnswered(factId)) return { field: `answers.${factId}` };
  // What is no fact is the code of a standard nobody has set.
  return factIds.has(factId) ? null : { page: "/policies" };
}

/** An empty line of a new document. */
export const emptyLine: Draft["lines"][number] = {
  ...{ name: "", accountCode: "", quantity: "", unitPrice: "", amount: "" },
  asset: "",
};

/** An invoice as yet without anything. */
export const emptyInvoice: Draft["invoices"][number] = {
  ...{ kind: "ELECTRONIC", number: "", buyerName: "", buyerTaxNo: "", itemNames: "" },
  hasItemList: false,
};

/** Whether anything worth keeping has been typed. */
export function isWorthKeeping(draft: Draft): boolean {
  return draft.title.trim() !== "" || draft.type !== "" || draft.lines.some((line) => line.name !== "");
}

/** The sum of the lines in fen; lines that cannot be read count as nothing here. */
export function readableTotal(draft: Pick<Draft, "lines">): bigint {
  return draft.lines.reduce((sum, line) => sum + (amountOf({ lines: [line] }) ?? 0n), 0n);
}
