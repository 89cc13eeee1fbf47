import { attachmentsOf } from "@/lib/attachments/queries";
import { fromDbDate } from "@/lib/core/dates";
import { policyDataIn } from "@/lib/policies/queries";
import { recalculate } from "@/lib/policies/verdicts/model";
import { frozenVerdictsOf } from "@/lib/policies/verdicts/queries";
import type { PolicyData } from "@/lib/policy/judge";
import type { Actor } from "@/lib/server/actor";
import type { Tx } from "@/lib/server/db";
import { contextOf } from "../commands/judge-document";
import { nextPersons } from "../commands/notify-people";
import { judgeDraft } from "../facts";
import { missingPapers } from "../facts/papers";
import { kindLabels, labelIn, stateLabels, stepLabels } from "../labels";
import { isIn, paidStates, spendingSubject } from "../model";
import { checklistOf, type DueStage, dueStageLabels } from "../rules/checklist";
import { offeredActions } from "./actions";
import { approversAmong, officersOf } from "./approvers";
import { type DocumentRow, documentOf } from "./document";
import { gatherContext } from "./draft-context";
import { partsOf } from "./parts";

/** Everything the page of one document shows: what was typed, papers, steps, verdicts then and now, who acts next. */
export async function caseFileOf(tx: Tx, actor: Actor, id: bigint) {
  const document = await documentOf(tx, id);
  const { draft, unionId, union } = document;
  const policy = await policyDataIn(tx, unionId);
  const context = await gatherContext(tx, contextOf(draft, { unionId, documentId: id }), policy);
  const parts = await partsOf(tx, id);
  if (parts === null) throw new Error("a document that was read is gone");
  const officers = await officersOf(tx, unionId);
  const approvers = approversAmong(officers, parts);
  const papers = await attachmentsOf(tx, { kind: spendingSubject, id });
  const missing = {
    payment: missingPapers(document.type, "PAYMENT", context.papers),
    archive: missingPapers(document.type, "ARCHIVE", context.papers),
  };
  const voucher = await voucherOf(tx, document);
  const judged = await verdictsOf(tx, { document, context, policy });
  const voucherState = voucher?.state ?? null;
  return {
    ...headOf(document),
    ...judged,
    union: { id: unionId, name: union.name, isBookedHere: document.course.isBookedHere },
    draft,
    context,
    voucher,
    names: await namesOf(tx, document),
    papers,
    checklist: checklistFor(document.type, context.papers),
    steps: await stepsOf(tx, id),
    related: await relatedTo(tx, document),
    actions: offeredActions({ actor, document, parts, approvers, missing, voucherState }),
    next: (await nextPersons(tx, document, officers)).map(shownOfficer),
  };
}

function shownOfficer(officer: { personId: bigint; name: string; role: string; unionName: string }) {
  const { personId, name, role, unionName } = officer;
  return { personId: personId.toString(), name, role, unionName };
}

function headOf(document: DocumentRow) {
  return {
    id: document.id.toString(),
    number: document.number,
    kind: document.kind,
    kindLabel: kindLabels[document.kind],
    type: document.type,
    title: document.title,
    state: document.state,
    stateLabel: stateLabels[document.state],
    version: document.version,
    amountFen: document.amountFen,
    occurredOn: document.occurredOn && fromDbDate(document.occurredOn),
    paidOn: document.paidOn && fromDbDate(document.paidOn),
    paidMethod: document.paidMethod,
    payeeName: document.payeeName,
    reason: document.reason,
    submittedAt: document.submittedAt?.toISOString() ?? null,
    importBatchId: document.importBatchId?.toString() ?? null,
  };
}

type Judged = {
  document: DocumentRow;
  context: Awaited<ReturnType<typeof gatherContext>>;
  policy: PolicyData;
};

/** The verdict by the rules of today, the frozen ones, and what today would say otherwise than the last of them. */
async function verdictsOf(tx: Tx, { document, context, policy }: Judged) {
  const frozen = await frozenVerdictsOf(tx, { kind: spendingSubject, id: document.id });
  const isPaid = isIn(paidStates, document.state);
  const draft = { ...document.draft, witnessId: document.witnessId?.toString() ?? "" };
  const asPaid = isPaid
    ? { ...draft, paymentMethod: methodOf(document.paidMethod) ?? draft.paymentMethod }
    : draft;
  const current = judgeDraft(asPaid, context, policy, isPaid ? "PAYMENT" : "ENTRY");
  const last = frozen.at(-1)?.verdict;
  return {
    verdict: current,
    frozen,
    recalculated: last === undefined || current === null ? [] : recalculate(last, current),
  };
}

function methodOf(text: string | null): "TRANSFER" | "CHEQUE" | "CARD" | "CASH" | null {
  return text === "TRANSFER" || text === "CHEQUE" || text === "CARD" || text === "CASH" ? text : null;
}

/** The papers the kind of spending needs, when each is due, and whether it is there. */
export function checklistFor(type: string, papers: readonly { kind: string; mime: string }[]) {
  const list = checklistOf(type);
  const stages: readonly DueStage[] = ["SUBMIT", "PAYMENT", "ARCHIVE"];
  return stages.flatMap((due) => {
    const missing = missingPapers(type, due, [...papers]);
    return list[due].map((name) => ({
      ...{ name, due, dueLabel: dueStageLabels[due], isThere: !missing.includes(name) },
    }));
  });
}

async function namesOf(tx: Tx, document: DocumentRow) {
  const ids = [document.claimantId, document.recordedById, document.witnessId].filter((id) => id !== null);
  const persons = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: bigint | null) => persons.find((person) => person.id === id)?.name ?? null;
  return {
    claimant: nameOf(document.claimantId),
    recordedBy: nameOf(document.recordedById),
    witness: nameOf(document.witnessId),
  };
}

async function stepsOf(tx: Tx, id: bigint) {
  const steps = await tx.spendingStep.findMany({
    where: { documentId: id },
    select: {
      ...{ id: true, action: true, fromState: true, toState: true, byId: true, recordedById: true },
      ...{ onPaper: true, signedOn: true, attachmentId: true, note: true, at: true },
    },
    orderBy: { id: "asc" },
  });
  const ids = [...new Set(steps.flatMap((step) => [step.byId, step.recordedById]))];
  const persons = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (of: bigint) => persons.find((person) => person.id === of)?.name ?? "";
  return steps.map((step) => ({
    id: step.id.toString(),
    action: step.action,
    label: labelIn(stepLabels, step.action),
    toState: step.toState,
    toLabel: stateLabels[step.toState],
    by: nameOf(step.byId),
    recordedBy: step.onPaper ? nameOf(step.recordedById) : null,
    onPaper: step.onPaper,
    signedOn: step.signedOn && fromDbDate(step.signedOn),
    attachmentId: step.attachmentId?.toString() ?? null,
    note: step.note,
    at: step.at.toISOString(),
  }));
}

async function voucherOf(tx: Tx, { voucherId }: DocumentRow) {
  if (voucherId === null) return null;
  const voucher = await tx.voucher.findUnique({
    where: { id: voucherId },
    select: { id: true, state: true, number: true, month: true },
  });
  return voucher && { ...voucher, id: voucher.id.toString() };
}

/** The request a claim carries out, or the claims that carry out a request. */
async function relatedTo(tx: Tx, { id, kind, requestId, unionId }: DocumentRow) {
  if (kind === "CLAIM" && requestId === null) return [];
  const rows = await tx.spendingDocument.findMany({
    where: kind === "REQUEST" ? { requestId: id, unionId } : { id: requestId ?? 0n, unionId },
    select: { id: true, number: true, kind: true, title: true, state: true, amountFen: true },
    orderBy: { id: "asc" },
    take: 100,
  });
  return rows.map((row) => ({ ...row, id: row.id.toString(), stateLabel: stateLabels[row.state] }));
}
