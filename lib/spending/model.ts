import type { Permission } from "@/lib/server/permissions";

/** 事前申请 and 报销单. */
export const spendingKinds = ["REQUEST", "CLAIM"] as const;
export type SpendingKind = (typeof spendingKinds)[number];

/** The states of a document (funds 4.2). */
export const spendingStates = [
  "DRAFT",
  "SUBMITTED",
  "REVIEWED",
  "APPROVED",
  "AWAITING_PAYMENT",
  "PAID",
  "POSTED",
  "ARCHIVED",
  "RETURNED",
  "REJECTED",
  "WITHDRAWN",
] as const;
export type SpendingState = (typeof spendingStates)[number];

/** What people do to a document; the names stand in its steps. */
export const spendingActions = [
  "submit",
  "withdraw",
  "return",
  "reject",
  "review",
  "approve",
  "pay",
  "paymentFailed",
  "post",
  "archive",
] as const;
export type SpendingAction = (typeof spendingActions)[number];

type Moves = Readonly<Partial<Record<SpendingAction, SpendingState>>>;

const again: Moves = { submit: "SUBMITTED" };

const shared: Readonly<Partial<Record<SpendingState, Moves>>> = {
  DRAFT: again,
  RETURNED: again,
  WITHDRAWN: again,
  SUBMITTED: { review: "REVIEWED", return: "RETURNED", withdraw: "WITHDRAWN" },
};

/** The life of a request: it ends at approval, or is given up afterwards, which frees its budget. */
const requestMoves: Readonly<Partial<Record<SpendingState, Moves>>> = {
  ...shared,
  REVIEWED: { approve: "APPROVED", return: "RETURNED", reject: "REJECTED", withdraw: "WITHDRAWN" },
  APPROVED: { withdraw: "WITHDRAWN" },
};

/** The life of a claim (funds 4.2); 退汇 takes a payment back to 待付款. */
const claimMoves: Readonly<Partial<Record<SpendingState, Moves>>> = {
  ...shared,
  REVIEWED: { approve: "AWAITING_PAYMENT", return: "RETURNED", reject: "REJECTED", withdraw: "WITHDRAWN" },
  AWAITING_PAYMENT: { pay: "PAID", return: "RETURNED" },
  PAID: { post: "POSTED", paymentFailed: "AWAITING_PAYMENT" },
  POSTED: { archive: "ARCHIVED" },
};

/** Where a claim's books are kept elsewhere it is archived after payment; its voucher is exported. */
const claimMovesElsewhere: Readonly<Partial<Record<SpendingState, Moves>>> = {
  ...claimMoves,
  PAID: { archive: "ARCHIVED", paymentFailed: "AWAITING_PAYMENT" },
};

export type Course = { kind: SpendingKind; isBookedHere: boolean };

/** The moves a document has in a state. */
export function movesOf({ kind, isBookedHere }: Course, state: SpendingState): Moves {
  if (kind === "REQUEST") return requestMoves[state] ?? {};
  return (isBookedHere ? claimMoves : claimMovesElsewhere)[state] ?? {};
}

/** Where an action leads from a state; null where it is not foreseen. */
export function nextState(
  course: Course,
  state: SpendingState,
  action: SpendingAction,
): SpendingState | null {
  return movesOf(course, state)[action] ?? null;
}

/** States in which the claimant may still change the document. */
export const editableStates = ["DRAFT", "RETURNED", "WITHDRAWN"] as const satisfies readonly SpendingState[];

/** States in which money is promised but not paid (在途). */
export const inTransitStates = [
  "SUBMITTED",
  "REVIEWED",
  "APPROVED",
  "AWAITING_PAYMENT",
] as const satisfies readonly SpendingState[];

/** States in which money has been paid. */
export const paidStates = ["PAID", "POSTED", "ARCHIVED"] as const satisfies readonly SpendingState[];

/** States that count against a yearly limit: paid and in transit. */
export const countedStates = [...inTransitStates, ...paidStates] as const;

/** Tells whether a state stands in one of the groups above. */
export function isIn(group: readonly SpendingState[], state: SpendingState): boolean {
  return group.includes(state);
}

/** The permission an action needs; returning is the business of whoever has the document on the table. */
export function permissionFor(action: SpendingAction, state: SpendingState): Permission {
  switch (action) {
    case "submit":
    case "withdraw":
      return "spending.enter";
    case "review":
      return "spending.review";
    case "approve":
    case "reject":
      return "spending.approve";
    case "return":
      return state === "SUBMITTED"
        ? "spending.review"
        : state === "REVIEWED"
          ? "spending.approve"
          : "spending.pay";
    case "pay":
    case "paymentFailed":
      return "spending.pay";
    case "post":
      return "ledger.enter";
    case "archive":
      return "spending.archive";
  }
}

/** The persons who have had a part in a document, by person id. */
export type Parts = {
  claimantId: bigint;
  recordedById: bigint;
  witnessId: bigint | null;
  reviewerId: bigint | null;
  approverId: bigint | null;
  cashierId: bigint | null;
};

/** The parts that may not meet in one person (F23, 会计法第二十五条; 证明人 apart from 经办人 is ours). */
const apartFor: Readonly<Record<string, readonly (readonly [keyof Parts, string])[]>> = {
  review: [["claimantId", "经办人"]],
  approve: [
    ["claimantId", "经办人"],
    ["recordedById", "录入人"],
    ["witnessId", "证明人"],
    ["reviewerId", "会计"],
  ],
  pay: [
    ["approverId", "审批人"],
    ["reviewerId", "会计"],
  ],
  confirmWitness: [
    ["claimantId", "经办人"],
    ["approverId", "审批人"],
  ],
};

const dutyNames: Readonly<Record<string, string>> = {
  review: "会计审核",
  approve: "审批",
  pay: "出纳付款",
  confirmWitness: "证明",
};

/** Why a person may not take a step because of another part they have in it (F23); null when they may. */
export function clashOf(action: string, personId: bigint, parts: Parts): string | null {
  const clash = apartFor[action]?.find(([part]) => parts[part] === personId);
  if (clash === undefined) return null;
  return `同一人不能既是${clash[1]}又办理${dutyNames[action] ?? action}（F23 经办、审批、记账、出纳相互分离）`;
}

/** Codes of figures that the portal did not witness (OpeningFact.code), as the opening template reads them. */
export const openingFactCodes = {
  /** “本年已支节日慰问”: an amount of the year so far; the label says of what. */
  spent: "SPENT",
  /** Last purchase of clothing, by person or for a team. */
  clothing: "CLOTHING",
  /** 生日慰问 already received this year, by person. */
  birthday: "BIRTHDAY",
  budgetIncome: "BUDGET_INCOME",
} as const;

/** The record kind under which attachments and verdicts of a document are kept. */
export const spendingSubject = "spending";

/** The number a document gets at its first submission: SQ-202603-0001, BX-202603-0001 (funds 5). */
export function documentNumber(kind: SpendingKind, month: string, sequence: number): string {
  return `${kind === "REQUEST" ? "SQ" : "BX"}-${month.replace("-", "")}-${sequence.toString().padStart(4, "0")}`;
}

/** A row behind a number, with its amount in fen as decimal text so that it survives JSON. */
export type ContextRow = { label: string; href: string; amountFen: string };

/** One line of the approved budget with what is left of it, in fen as decimal text. */
export type BudgetRoom = { accountCode: string; availableFen: string; rows: ContextRow[] };

/** A person named in a document, seen from the date of the spending. */
export type ContextPerson = {
  workerId: string;
  name: string;
  isMember: boolean;
  lastClothingOn: string | null;
  birthdayCount: number;
};

/**
 * What only the server knows about a draft; plain JSON. The form judges with it on each keystroke and asks for a new
 * one when union, date, people or invoice numbers change.
 */
export type DraftContext = {
  unionId: number;
  unionName: string;
  unionTaxNo: string | null;
  /** The day it was gathered for; null where the draft has no date yet. */
  on: string | null;
  /** 已付 + 在途 of 节日慰问 in the year; drafts stand apart, since the cap does not count them. */
  festival: { usedFen: string; rows: ContextRow[]; draftFen: string; drafts: ContextRow[] } | null;
  budgetIncome: { fen: string; row: ContextRow } | null;
  /** Null: no budget of the year has been approved. */
  budget: BudgetRoom[] | null;
  memberCount: number | null;
  people: ContextPerson[];
  /** Whether clothing history per person has been entered, so that nobody's row means never. */
  isClothingKnown: boolean;
  cash: { payeeName: string; row: ContextRow }[];
  /** Numbers already in use: by this union (where), or by another union of the district (null). */
  invoicesInUse: { number: string; where: string | null }[];
  /** Persons by id, for 经办人 and 证明人. */
  personNames: Record<string, string>;
  papers: { kind: string; mime: string }[];
  /** Persons who took steps already, for F23 at approval and payment. */
  parts: { reviewerId: string | null; approverId: string | null; cashierId: string | null };
  requestNumber: string | null;
};

/** The moment a draft is judged at, in the words of the fact 环节. */
export type Stage = "ENTRY" | "PAYMENT" | "POSTING" | "ARCHIVE";
