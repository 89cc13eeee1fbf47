import type { Prisma } from "@/generated/prisma/client";
import { now, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { Context } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { actionLabels, kindLabels, stateLabels } from "../labels";
import { nextState, type SpendingAction, type SpendingState, spendingSubject } from "../model";
import { type DocumentRow, documentOf, tooLate } from "../reports/document";
import { notifyIn, tellSignerIn } from "./notify-people";

/** A step signed on paper and recorded afterwards: by whom, when ("YYYY-MM-DD"), and the scan. */
export type OnPaper = { signerId: bigint; signedOn: string; attachmentId: bigint };

/** One step somebody takes with a document as they saw it. */
export type Move = {
  document: DocumentRow;
  version: number;
  action: SpendingAction;
  note?: string;
  onPaper?: OnPaper | null;
  /** What else changes in the row with the step. */
  data?: Prisma.SpendingDocumentUncheckedUpdateManyInput;
};

/** Opens a document for a step: it exists, is visible, and is still as the person saw it. */
export async function openFor(
  tx: Tx,
  context: Context,
  at: { id: bigint; version: number; action: SpendingAction },
): Promise<{ document: DocumentRow; to: SpendingState }> {
  const document = await documentOf(tx, at.id);
  context.requireUnion(document.unionId);
  const to = nextState(document.course, document.state, at.action);
  if (document.version !== at.version) throw await tooLate(tx, at.id);
  if (to === null) {
    const what = `${kindLabels[document.kind]}${document.number ?? ""}`;
    throw new Refusal(
      "CONFLICT",
      `${what}现为“${stateLabels[document.state]}”，不能办理“${actionLabels[at.action]}”`,
    );
  }
  return { document, to };
}

/**
 * Takes one step: state, version and what belongs to it in one conditional update, the step as a row, word to the
 * next persons. Whoever comes second is told who decided what and when.
 */
export async function moveIn(
  tx: Tx,
  context: Context,
  move: Move,
): Promise<{ id: string; version: number; state: string }> {
  const { document, action } = move;
  const to = nextState(document.course, document.state, action);
  if (to === null) throw new Error(`${action} is not foreseen from ${document.state}`);
  const changed = await tx.spendingDocument.updateMany({
    where: { id: document.id, state: document.state, version: move.version },
    data: { ...move.data, state: to, version: { increment: 1 }, updatedAt: now() },
  });
  if (changed.count === 0) throw await tooLate(tx, document.id);
  const stepId = await recordStepIn(tx, context, { ...move, to });
  await notifyIn(tx, { ...document, state: to }, { stepId, action, note: move.note ?? "" });
  return { id: document.id.toString(), version: move.version + 1, state: to };
}

type Step = {
  document: DocumentRow;
  action: string;
  to?: SpendingState;
  note?: string;
  onPaper?: OnPaper | null;
};

/** Writes a step that was taken: by the person acting, or by the signer of a paper that this person records. */
export async function recordStepIn(tx: Tx, context: Context, step: Step): Promise<bigint> {
  const { document, onPaper } = step;
  const personId = context.personId();
  if (onPaper != null)
    await requireScan(tx, document, onPaper, { recorderId: personId, today: context.today });
  const row = await tx.spendingStep.create({
    data: {
      documentId: document.id,
      unionId: document.unionId,
      action: step.action,
      fromState: document.state,
      toState: step.to ?? document.state,
      byId: onPaper?.signerId ?? personId,
      recordedById: personId,
      onPaper: onPaper != null,
      signedOn: onPaper == null ? null : toDbDate(onPaper.signedOn),
      attachmentId: onPaper?.attachmentId ?? null,
      note: step.note === undefined || step.note === "" ? null : step.note,
    },
    select: { id: true },
  });
  if (onPaper != null) await tellSignerIn(tx, document, { stepId: row.id, action: step.action, onPaper });
  return row.id;
}

// What a signed sheet is photographed or scanned into.
const scanMimes: ReadonlySet<string> = new Set(["application/pdf", "image/jpeg", "image/png"]);

/** A paper step stands on a scan among the document's papers, signed by somebody other than who records it. */
async function requireScan(
  tx: Tx,
  document: DocumentRow,
  onPaper: OnPaper,
  { recorderId, today }: { recorderId: bigint; today: string },
): Promise<void> {
  if (onPaper.signerId === recorderId) {
    throw new Refusal("INVALID", "录入人不能是签字人本人；本人请直接在线办理", [
      { path: "onPaper.signerId", message: "录入人与签字人应为不同的人" },
    ]);
  }
  if (onPaper.signedOn > today) {
    throw new Refusal("INVALID", "签字日期不能晚于今天", [
      { path: "onPaper.signedOn", message: "不能晚于今天" },
    ]);
  }
  const scan = await tx.attachment.findFirst({
    where: {
      id: onPaper.attachmentId,
      subjectKind: spendingSubject,
      subjectId: document.id,
      removedAt: null,
    },
    select: { id: true, kind: true, mime: true },
  });
  if (scan === null || !scanMimes.has(scan.mime) || scan.kind.includes("发票")) {
    throw new Refusal("INVALID", "请先上传已签字的纸质单据扫描件（照片或 PDF，不能以发票代替）", [
      { path: "onPaper.attachmentId", message: "请选择本单据的扫描件" },
    ]);
  }
  // The scan is what the step rests on; from now on it stays.
  await tx.attachment.updateMany({ where: { id: scan.id, lockedAt: null }, data: { lockedAt: now() } });
}

/** The audit note of a step: old → new state and what was said. */
export function stepAudit(document: DocumentRow, to: string, detail: Record<string, string | boolean> = {}) {
  return {
    subject: `spending:${document.id}`,
    unionId: document.unionId,
    detail: { number: document.number, from: document.state, to, ...detail },
  };
}
