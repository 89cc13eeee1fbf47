import { formatYuan } from "@/lib/core/money";
import { sendMessageIn } from "@/lib/messages/commands/send-message";
import type { Tx } from "@/lib/server/db";
import { kindLabels, labelIn, stateLabels, stepLabels } from "../labels";
import type { SpendingState } from "../model";
import { approversAmong, holdersOf, type Officer, officersOf } from "../reports/approvers";
import type { DocumentRow } from "../reports/document";
import { partsOf } from "../reports/parts";

type Event = { stepId: bigint; action: string; note: string };

/** Tells the persons whose turn it is, and those who wait for the outcome, in the transaction of the step. */
export async function notifyIn(tx: Tx, document: DocumentRow, event: Event): Promise<void> {
  const officers = await officersOf(tx, document.unionId);
  const recipients = new Set([
    ...(await nextPersons(tx, document, officers)).map((officer) => officer.personId),
    ...waiting(document, event.action),
  ]);
  const name = `${kindLabels[document.kind]} ${document.number ?? ""}`.trim();
  const done = labelIn(stepLabels, event.action);
  for (const recipientId of recipients) {
    await sendMessageIn(tx, {
      unionId: document.unionId,
      recipientId,
      topic: "spending",
      title: `${name}${done}，现为${stateLabels[document.state]}`,
      body: `${document.title}，${formatYuan(document.amountFen)} 元${event.note === "" ? "" : `。说明：${event.note}`}`,
      href: `/spending/${document.id}`,
      eventKey: `spending:${document.id}:${event.stepId}:${recipientId}`,
    });
  }
}

const duties: Readonly<Partial<Record<SpendingState, string>>> = {
  SUBMITTED: "BOOKKEEPER",
  AWAITING_PAYMENT: "CASHIER",
  PAID: "BOOKKEEPER",
  POSTED: "ARCHIVIST",
};

/** Whose turn it is in a state. */
export async function nextPersons(
  tx: Tx,
  document: Pick<DocumentRow, "id" | "state">,
  officers: readonly Officer[],
): Promise<readonly Officer[]> {
  if (document.state === "REVIEWED") {
    const parts = await partsOf(tx, document.id);
    return parts === null ? [] : approversAmong(officers, parts);
  }
  const duty = duties[document.state];
  return duty === undefined ? [] : holdersOf(officers, duty);
}

const outcomes = new Set(["return", "reject", "approve", "pay", "paymentFailed"]);

function waiting(document: DocumentRow, action: string): bigint[] {
  return outcomes.has(action) ? [document.claimantId, document.recordedById] : [];
}

type PaperStep = { stepId: bigint; action: string; onPaper: { signerId: bigint; signedOn: string } };

/** Tells the signer that a paper was recorded in their name, so that a signature nobody gave comes to light. */
export async function tellSignerIn(tx: Tx, document: DocumentRow, step: PaperStep): Promise<void> {
  const { signerId, signedOn } = step.onPaper;
  const what = labelIn(stepLabels, step.action);
  await sendMessageIn(tx, {
    unionId: document.unionId,
    recipientId: signerId,
    topic: "spending",
    title: `已登记您在纸质单据上的签字：${kindLabels[document.kind]} ${document.number ?? ""} ${what}`,
    body: `${document.title}，${formatYuan(document.amountFen)} 元，签字日期 ${signedOn}。如非本人签字，请立即联系会计和区总工会`,
    href: `/spending/${document.id}`,
    eventKey: `spending:${document.id}:${step.stepId}:signed:${signerId}`,
  });
}
