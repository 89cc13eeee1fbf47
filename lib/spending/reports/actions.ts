import { type Actor, may } from "@/lib/server/actor";
import type { Permission } from "@/lib/server/permissions";
import { actionLabels, labelIn, stepLabels } from "../labels";
import {
  clashOf,
  inTransitStates,
  isIn,
  movesOf,
  type Parts,
  permissionFor,
  type SpendingAction,
} from "../model";
import type { Officer } from "./approvers";
import type { DocumentRow } from "./document";

/** Something that can be done with a document now: by which command, and what stands in this person's way. */
export type OfferedAction = {
  action: string;
  label: string;
  command: string;
  /** Whether this person has the duty for it at all; the page offers the button only then. */
  isMine: boolean;
  /** Why it cannot be done by this person now, in words. */
  blockers: string[];
};

type Known = {
  actor: Actor;
  document: DocumentRow;
  parts: Parts & { witnessedById: bigint | null };
  approvers: readonly Officer[];
  missing: { payment: string[]; archive: string[] };
  voucherState: string | null;
};

/** What this person could do with the document, each with its blockers; the commands decide again. */
export function offeredActions(known: Known): OfferedAction[] {
  const { actor, document } = known;
  const moves = Object.keys(movesOf(document.course, document.state)).filter(isAction);
  const offered = moves.map((action) => {
    const isAbove = actor.personId !== null && isApproverAbove(known, actor.personId, action);
    const permission = isAbove ? "spending.approveForBelow" : permissionFor(action, document.state);
    return {
      action,
      label: action === "post" && document.voucherId === null ? "制单" : actionLabels[action],
      command: commandFor(action, document.state, isAbove),
      isMine: may(actor, permission, document.unionId),
      blockers: blockersOf(known, action),
    };
  });
  return [...offered, ...sideActions(known)];
}

function isAction(name: string): name is SpendingAction {
  return Object.hasOwn(actionLabels, name);
}

function isApproverAbove({ approvers, document }: Known, personId: bigint, action: SpendingAction): boolean {
  if (document.state !== "REVIEWED" || (action !== "approve" && action !== "reject")) return false;
  return approvers.some((officer) => officer.personId === personId && officer.distance > 0);
}

const commands: Readonly<Record<SpendingAction, string>> = {
  submit: "spending.submitDocument",
  withdraw: "spending.withdrawDocument",
  return: "spending.returnAtReview",
  reject: "spending.rejectDocument",
  review: "spending.reviewDocument",
  approve: "spending.approveDocument",
  pay: "spending.payDocument",
  paymentFailed: "spending.failPayment",
  post: "spending.postDocument",
  archive: "spending.archiveDocument",
};

function commandFor(action: SpendingAction, state: string, isAbove: boolean): string {
  if (isAbove) return action === "approve" ? "spending.approveForBelow" : "spending.rejectForBelow";
  if (action === "return" && state === "REVIEWED") return "spending.returnAtApproval";
  if (action === "return" && state === "AWAITING_PAYMENT") return "spending.returnAtPayment";
  return commands[action];
}

function blockersOf(known: Known, action: SpendingAction): string[] {
  const { actor, document, parts, approvers, missing, voucherState } = known;
  const { personId } = actor;
  if (personId === null) return ["须由本人登录后办理"];
  const blockers: string[] = [];
  const clash = clashOf(action, personId, parts);
  if (clash !== null) blockers.push(clash);
  if (
    (action === "approve" || action === "reject") &&
    !approvers.some((each) => each.personId === personId)
  ) {
    const names = approvers.map((each) => `${each.unionName}${each.name}`).join("、");
    blockers.push(names === "" ? "目前没有可以审批的人，请联系区总工会" : `本单由${names}审批`);
  }
  if (action === "withdraw" && personId !== document.claimantId && personId !== document.recordedById) {
    blockers.push("只有经办人或录入人可以撤回");
  }
  if (action === "pay" && parts.witnessedById === null) blockers.push("付款前须有证明人证明");
  if (action === "pay" && missing.payment.length > 0) {
    blockers.push(`尚缺${missing.payment.join("、")}；确需先付款的须写明原因`);
  }
  if (action === "paymentFailed" && document.voucherId !== null) blockers.push("已制单，须先退回凭证");
  if (action === "post" && voucherState === "SUBMITTED") blockers.push("凭证待稽核，稽核后才能记账");
  if (action === "post" && voucherState === "DRAFT") blockers.push("凭证被退回，请先在凭证页改正并提交稽核");
  const due = [...missing.payment, ...missing.archive];
  if (action === "archive" && due.length > 0) blockers.push(`归档前须补齐：${due.join("、")}`);
  return blockers;
}

/** Steps beside the course: witness, paper approval, paper steps, and the voucher where books are kept elsewhere. */
function sideActions(known: Known): OfferedAction[] {
  const { actor, document, parts } = known;
  const side = (action: string, command: string, of: { permission: Permission; label?: string }) => ({
    ...{ action, command, label: of.label ?? labelIn(stepLabels, action) },
    isMine: may(actor, of.permission, document.unionId),
  });
  const offered: OfferedAction[] = [];
  if (isIn(inTransitStates, document.state) && parts.witnessedById === null) {
    const clash = actor.personId === null ? null : clashOf("confirmWitness", actor.personId, parts);
    const isNamed = document.witnessId === null || document.witnessId === actor.personId;
    const blockers = [...(clash === null ? [] : [clash]), ...(isNamed ? [] : ["该单据已指定他人为证明人"])];
    offered.push({
      ...side("confirmWitness", "spending.confirmWitness", { permission: "spending.witness" }),
      blockers,
    });
    offered.push({
      ...side("recordWitness", "spending.recordPaperStep", {
        permission: "spending.enter",
        label: "登记纸质证明",
      }),
      blockers: [],
    });
  }
  if (document.state === "REVIEWED") {
    offered.push({
      ...side("recordApproval", "spending.recordPaperApproval", {
        ...{ permission: "spending.review" as const, label: "登记纸质审批" },
      }),
      blockers: actor.personId === document.claimantId ? ["经办人不能登记自己单据的审批"] : [],
    });
  }
  if (document.state === "PAID" && !document.course.isBookedHere && document.voucherId === null) {
    offered.push({
      ...side("makeVoucher", "spending.postDocument", { permission: "ledger.enter" }),
      blockers: [],
    });
  }
  return offered;
}
