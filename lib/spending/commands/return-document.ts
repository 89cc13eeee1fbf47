import { Refusal } from "@/lib/core/errors";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { stateLabels } from "../labels";
import type { SpendingState } from "../model";
import { returnInput } from "../schema";
import { requireApprover } from "./approve-document";
import { moveIn, openFor, stepAudit } from "./move-document";
import { releaseIn } from "./release-document";

type At = { id: bigint; version: number; note: string };

/** Sends a document back to be put right, from the table it lies on; budget and invoices are given back. */
async function returnIn(tx: Tx, context: Context, at: At & { from: SpendingState }) {
  const { document, to } = await openFor(tx, context, { ...at, action: "return" });
  if (document.state !== at.from) {
    throw new Refusal("CONFLICT", `该单据现为“${stateLabels[document.state]}”，不由您退回`);
  }
  if (document.state === "REVIEWED") await requireApprover(tx, document, context.personId(), "own");
  await releaseIn(tx, at.id);
  const moved = await moveIn(tx, context, { document, ...at, action: "return" });
  return { value: moved, audit: stepAudit(document, to, { note: at.note }) };
}

/** 会计 returns what is incomplete (规范第七十四条). */
export const returnAtReview = defineCommand({
  name: "spending.returnAtReview",
  label: "会计退回补正",
  permission: "spending.review",
  input: returnInput,
  run: (tx, input, context) => returnIn(tx, context, { ...input, from: "SUBMITTED" }),
});

/** 主席 returns instead of deciding. */
export const returnAtApproval = defineCommand({
  name: "spending.returnAtApproval",
  label: "主席退回补正",
  permission: "spending.approve",
  input: returnInput,
  run: (tx, input, context) => returnIn(tx, context, { ...input, from: "REVIEWED" }),
});

/** 出纳 returns what cannot be paid as it is. */
export const returnAtPayment = defineCommand({
  name: "spending.returnAtPayment",
  label: "出纳退回补正",
  permission: "spending.pay",
  input: returnInput,
  run: (tx, input, context) => returnIn(tx, context, { ...input, from: "AWAITING_PAYMENT" }),
});
