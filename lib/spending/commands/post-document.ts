import { fromDbDate, now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { createVoucherIn } from "@/lib/ledger/commands/create-voucher";
import { postVoucherIn } from "@/lib/ledger/commands/post-voucher";
import { type EntryLine, entriesForSpending, voucherNumber } from "@/lib/ledger/model";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { stateLabels } from "../labels";
import { spendingSubject } from "../model";
import { type DocumentRow, documentOf, tooLate } from "../reports/document";
import { partsOf } from "../reports/parts";
import { documentAt } from "../schema";
import { judgeIn, refuseForbidden } from "./judge-document";
import { recordStepIn, stepAudit } from "./move-document";

/**
 * 制单记账: makes the voucher of a paid claim from the statutory chart and hands it in for 稽核; called again once it
 * has been checked, it posts it (books kept here). Where books are kept elsewhere the checked voucher is exported.
 */
export const postDocument = defineCommand({
  name: "spending.postDocument",
  label: "支出制单记账",
  permission: "ledger.enter",
  input: documentAt,
  async run(tx, { id, version }, context) {
    const document = await documentOf(tx, id);
    context.requireUnion(document.unionId);
    if (document.version !== version) throw await tooLate(tx, id);
    if (document.state !== "PAID" || document.kind !== "CLAIM") {
      throw new Refusal("CONFLICT", `该单据现为“${stateLabels[document.state]}”，不能制单记账`);
    }
    const value =
      document.voucherId === null
        ? await makeVoucherIn(tx, context, document)
        : await postCheckedIn(tx, context, { document, voucherId: document.voucherId });
    return { value, audit: stepAudit(document, value.state, { voucher: value.voucherId }) };
  },
});

async function makeVoucherIn(tx: Tx, context: Context, document: DocumentRow) {
  const { id, unionId, draft, version } = document;
  const { verdict } = await judgeIn(tx, { unionId, documentId: id, draft, stage: "POSTING" });
  refuseForbidden(verdict, "记账");
  const lines = await tx.spendingLine.findMany({
    where: { documentId: id },
    select: { name: true, accountCode: true, amountFen: true },
    orderBy: { lineNumber: "asc" },
  });
  const papers = await tx.attachment.count({
    where: { subjectKind: spendingSubject, subjectId: id, removedAt: null },
  });
  const parts = await partsOf(tx, id);
  const voucher = await createVoucherIn(tx, {
    unionId,
    voucherDate: document.paidOn === null ? context.today : fromDbDate(document.paidOn),
    ...{ kind: "GENERAL", state: "SUBMITTED", attachmentCount: papers, documentId: id },
    makerId: context.personId(),
    cashierId: parts?.cashierId ?? null,
    lines: voucherLines(document, lines),
  });
  const changed = await tx.spendingDocument.updateMany({
    where: { id, state: "PAID", version, voucherId: null },
    data: { voucherId: voucher.id, version: { increment: 1 }, updatedAt: now() },
  });
  if (changed.count === 0) throw await tooLate(tx, id);
  await recordStepIn(tx, context, { document, action: "makeVoucher" });
  return {
    ...{ id: id.toString(), version: version + 1, state: "PAID" },
    voucherId: voucher.id.toString(),
    voucherNo: "",
  };
}

type ExpenseLine = { name: string; accountCode: string; amountFen: bigint };

/** Every line bears the document's title; an expense line adds what it is for where there are several. */
function voucherLines(document: DocumentRow, lines: readonly ExpenseLine[]): EntryLine[] {
  const { title } = document;
  const entries = entriesForSpending({
    lines: lines.map(({ accountCode, amountFen }) => ({ accountCode, amountFen, summary: title })),
    method: document.paidMethod === "CASH" ? "CASH" : "BANK",
  });
  return entries.map((entry, index) => {
    // The expense lines come first, in the order of the document.
    const name = lines.length > 1 ? (lines[index]?.name ?? "") : "";
    return name === "" || name === title ? entry : { ...entry, summary: `${title} ${name}`.slice(0, 200) };
  });
}

async function postCheckedIn(
  tx: Tx,
  context: Context,
  { document, voucherId }: { document: DocumentRow; voucherId: bigint },
) {
  const voucher = await tx.voucher.findUniqueOrThrow({
    where: { id: voucherId },
    select: { state: true, version: true },
  });
  if (!document.course.isBookedHere) {
    throw new Refusal("CONFLICT", "本单位账簿不在本平台，凭证经稽核后请在凭证页导出");
  }
  if (voucher.state !== "REVIEWED") {
    throw new Refusal("CONFLICT", "凭证尚未稽核通过，稽核后才能记账");
  }
  // Posting moves the document on as well (trigger follow_voucher), from whichever screen it is done.
  const posted = await postVoucherIn(tx, {
    voucherId,
    version: voucher.version,
    posterId: context.personId(),
  });
  return {
    ...{ id: document.id.toString(), version: document.version + 1, state: "POSTED" },
    voucherId: voucherId.toString(),
    voucherNo: voucherNumber(posted.number),
  };
}
