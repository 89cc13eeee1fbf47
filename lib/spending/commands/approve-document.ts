import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { sendMessageIn } from "@/lib/messages/commands/send-message";
import { freezeVerdictIn } from "@/lib/policies/verdicts/commands/freeze-verdict";
import type { Verdict } from "@/lib/policy/verdict";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { kindLabels } from "../labels";
import { clashOf, spendingSubject } from "../model";
import { approversAmong, holdersOf, officersOf } from "../reports/approvers";
import type { DocumentRow } from "../reports/document";
import { partsOf } from "../reports/parts";
import { approveInput } from "../schema";
import { askingFindings, judgeIn, refuseForbidden } from "./judge-document";
import { moveIn, type OnPaper, openFor, stepAudit } from "./move-document";

const onlineInput = approveInput.omit({ onPaper: true });

/** 主席审批; a chair's own document goes to the deputy (practice.md 4). */
export const approveDocument = defineCommand({
  name: "spending.approveDocument",
  label: "审批支出",
  permission: "spending.approve",
  input: onlineInput,
  run: (tx, input, context) => approveIn(tx, context, { ...input, onPaper: null, level: "own" }),
});

/** The union above decides where nobody in the union itself is free to. */
export const approveForBelow = defineCommand({
  name: "spending.approveForBelow",
  label: "代下级工会审批支出",
  permission: "spending.approveForBelow",
  input: onlineInput,
  run: (tx, input, context) => approveIn(tx, context, { ...input, onPaper: null, level: "above" }),
});

/** 纸质审批: the signed and sealed 审批单 recorded by the bookkeeper, with signer, date and scan. */
export const recordPaperApproval = defineCommand({
  name: "spending.recordPaperApproval",
  label: "登记纸质审批",
  permission: "spending.review",
  input: approveInput.extend({ onPaper: approveInput.shape.onPaper.unwrap().unwrap() }),
  async run(tx, input, context) {
    return approveIn(tx, context, { ...input, level: "any" });
  },
});

type Level = "own" | "above" | "any";
type Approval = { id: bigint; version: number; note: string; onPaper: OnPaper | null; level: Level };

async function approveIn(tx: Tx, context: Context, approval: Approval) {
  const { id, version, note, onPaper, level } = approval;
  const { document, to } = await openFor(tx, context, { id, version, action: "approve" });
  const { unionId, draft } = document;
  if (onPaper !== null && context.personId() === document.claimantId) {
    throw new Refusal("POLICY", "经办人不能登记自己单据的审批，请由会计登记");
  }
  const tookPlace = document.kind === "CLAIM" ? document.occurredOn : null;
  if (onPaper !== null && tookPlace !== null && toDbDate(onPaper.signedOn) < tookPlace) {
    throw new Refusal("INVALID", "报销单的审批签字不能早于支出发生日期", [
      { path: "onPaper.signedOn", message: "不能早于发生日期" },
    ]);
  }
  const approverId = onPaper?.signerId ?? context.personId();
  await requireApprover(tx, document, approverId, level);
  const { verdict } = await judgeIn(tx, {
    ...{ unionId, documentId: id, draft, stage: "ENTRY" as const },
    parts: { approverId: approverId.toString() },
  });
  refuseForbidden(verdict, "审批通过，请退回或不予批准");
  await freezeVerdictIn(tx, {
    ...{ unionId, subjectKind: spendingSubject, subjectId: id, moment: "APPROVED", verdict },
    subjectName: `${document.number ?? ""} ${document.title}`,
  });
  const moved = await moveIn(tx, context, { document, version, action: "approve", note, onPaper });
  await tellFundReview(tx, document, verdict);
  return {
    value: moved,
    audit: stepAudit(document, to, {
      note,
      conclusion: verdict.conclusion,
      onPaper: onPaper !== null,
      approver: approverId.toString(),
    }),
  };
}

/** Refuses whoever may not decide on this document, and says who may. */
export async function requireApprover(
  tx: Tx,
  document: DocumentRow,
  personId: bigint,
  level: Level,
): Promise<void> {
  const parts = await partsOf(tx, document.id);
  if (parts === null) throw new Refusal("NOT_FOUND", "未找到该单据，或您没有权限");
  const clash = clashOf("approve", personId, parts);
  const approvers = approversAmong(await officersOf(tx, document.unionId), parts);
  const isTheirs = approvers.some(
    (officer) =>
      officer.personId === personId &&
      (level === "any" || (level === "own" ? officer.distance === 0 : officer.distance > 0)),
  );
  if (clash === null && isTheirs) return;
  const names = [...new Set(approvers.map((officer) => `${officer.unionName}${officer.name}`))].join("、");
  const who = names === "" ? "目前没有可以审批的人，请联系区总工会" : `本单由${names}审批`;
  throw new Refusal("POLICY", clash === null ? who : `${clash}；${who}`);
}

/** What asked for approval and was approved is told to 经审 as well (funds 4.2). */
async function tellFundReview(tx: Tx, document: DocumentRow, verdict: Verdict): Promise<void> {
  const asking = askingFindings(verdict);
  if (asking.length === 0) return;
  const officers = await officersOf(tx, document.unionId);
  for (const { personId } of holdersOf(officers, "FUND_REVIEWER")) {
    await sendMessageIn(tx, {
      unionId: document.unionId,
      recipientId: personId,
      topic: "spending",
      title: `${kindLabels[document.kind]} ${document.number ?? ""}含需审批事项，已批准`,
      body: asking.map((finding) => `${finding.ruleId} ${finding.message}`).join("；"),
      href: `/spending/${document.id}`,
      eventKey: `spending:${document.id}:asked:${document.version}:${personId}`,
    });
  }
}
