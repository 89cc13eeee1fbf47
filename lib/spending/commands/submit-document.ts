import { lockAttachmentsIn } from "@/lib/attachments/commands/lock-attachments";
import { lockBudgetIn, reserveIn } from "@/lib/budget/commands/reserve-budget";
import { monthOf, now, parseDate, toDbDate, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { parseYuan } from "@/lib/core/money";
import { freezeVerdictIn } from "@/lib/policies/verdicts/commands/freeze-verdict";
import type { Verdict } from "@/lib/policy/verdict";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { missingPapers, plainNumber } from "../facts/papers";
import { type DraftContext, documentNumber, type SpendingKind, spendingSubject } from "../model";
import type { DocumentRow } from "../reports/document";
import { type Draft, documentAt } from "../schema";
import { type BookedLine, checkDraftIn } from "./check-draft";
import { askingFindings, judgeIn, refuseForbidden } from "./judge-document";
import { moveIn, openFor, stepAudit } from "./move-document";

/**
 * Hands a document in: complete, judged by real rows, not forbidden, its papers there, its reason given. Numbers it,
 * reserves the budget, takes the invoices into use, freezes the verdict and locks the papers, all or nothing.
 */
export const submitDocument = defineCommand({
  name: "spending.submitDocument",
  label: "提交支出单据",
  permission: "spending.enter",
  input: documentAt,
  async run(tx, { id, version }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "submit" });
    const { draft, unionId } = document;
    const lines = await checkDraftIn(tx, document, { draft, today: context.today });
    const year = yearOf(parseDate(draft.occurredOn) ?? context.today);
    await lockBudgetIn(tx, { unionId, year });
    const { verdict, context: around } = await judgeIn(tx, {
      unionId,
      documentId: id,
      draft,
      stage: "ENTRY",
    });
    refuseUsedInvoices(around);
    refuseForbidden(verdict, "提交");
    refuseMissingPapers(draft, around);
    requireReason(draft, verdict);
    const number = document.number ?? (await nextNumber(tx, document, context.today));
    await writePartsIn(tx, document, { draft, lines });
    await takeInvoicesIn(tx, document, draft);
    await reserveIn(tx, { unionId, year, documentId: id }, amountsByAccount(lines));
    await freezeVerdictIn(tx, {
      ...{ unionId, subjectKind: spendingSubject, subjectId: id, moment: "SUBMITTED", verdict },
      subjectName: `${number} ${draft.title}`,
    });
    await lockAttachmentsIn(tx, { kind: spendingSubject, id, unionId });
    const moved = await moveIn(tx, context, {
      document: { ...document, number },
      version,
      action: "submit",
      note: draft.reason.trim(),
      data: { number, submittedAt: now() },
    });
    return {
      value: { ...moved, number, conclusion: verdict.conclusion },
      audit: stepAudit({ ...document, number }, to, { conclusion: verdict.conclusion, reason: draft.reason }),
    };
  },
});

function refuseUsedInvoices({ invoicesInUse }: DraftContext): void {
  const fields = invoicesInUse.map(({ number, where }) => ({
    path: "draft.invoices",
    message:
      where === null
        ? `发票 ${number} 已被本区其他单位使用，不得重复报销（F28）`
        : `发票 ${number} 已于${where}报销，不得重复报销（F28）`,
  }));
  if (fields[0]) throw new Refusal("POLICY", fields.map((field) => field.message).join("；"), fields);
}

function refuseMissingPapers(draft: Draft, { papers }: DraftContext): void {
  const missing = missingPapers(draft.type, "SUBMIT", papers);
  if (missing.length === 0) return;
  throw new Refusal("POLICY", `提交前须附：${missing.join("、")}`, [
    { path: "papers", message: `请上传${missing.join("、")}` },
  ]);
}

function requireReason(draft: Draft, verdict: Verdict): void {
  const asking = askingFindings(verdict);
  if (asking.length === 0 || draft.reason.trim().length >= 2) return;
  const why = asking.map((finding) => `${finding.message}（${finding.ruleId}）`).join("；");
  throw new Refusal("POLICY", `需审批事项须写明理由：${why}`, [
    { path: "draft.reason", message: "请写明理由，主席和经审会看到" },
    ...asking.map((finding) => ({ path: `verdict.${finding.ruleId}`, message: finding.message })),
  ]);
}

/** The next number of union, kind and month; the counter's row lock keeps the numbers without gaps. */
async function nextNumber(
  tx: Tx,
  { unionId, kind }: { unionId: number; kind: SpendingKind },
  today: string,
): Promise<string> {
  const month = monthOf(today);
  const rows = await tx.$queryRaw<{ last_number: number }[]>`
    insert into spending_number as n (union_id, kind, month, last_number) values (${unionId}, ${kind}::spending_kind, ${month}, 1)
    on conflict (union_id, kind, month) do update set last_number = n.last_number + 1
    returning last_number`;
  const sequence = rows[0]?.last_number;
  if (sequence === undefined) throw new Error("a counter gave no number");
  return documentNumber(kind, month, sequence);
}

/** Lines and people as rows, from what was typed: history, ledger and sign-off read these. */
async function writePartsIn(
  tx: Tx,
  { id, unionId }: Pick<DocumentRow, "id" | "unionId">,
  { draft, lines }: { draft: Draft; lines: readonly BookedLine[] },
): Promise<void> {
  await tx.spendingLine.deleteMany({ where: { documentId: id } });
  await tx.spendingLine.createMany({
    data: lines.map((line, index) => ({ ...line, documentId: id, unionId, lineNumber: index + 1 })),
  });
  await tx.spendingPerson.deleteMany({ where: { documentId: id } });
  const day = parseDate(draft.occurredOn);
  await tx.spendingPerson.createMany({
    data: draft.people.map((person) => ({
      ...{ documentId: id, unionId, workerId: BigInt(person.workerId), amountFen: parseYuan(person.amount) },
      signedAt: person.isSigned && day !== null ? toDbDate(day) : null,
    })),
  });
}

/** Takes the invoice numbers into use; the district's one list refuses what somebody took a moment ago. */
async function takeInvoicesIn(
  tx: Tx,
  { id, unionId, kind }: Pick<DocumentRow, "id" | "unionId" | "kind">,
  draft: Draft,
): Promise<void> {
  await tx.invoiceUse.updateMany({ where: { documentId: id, isActive: true }, data: { isActive: false } });
  if (kind === "REQUEST") return;
  const usedOn = parseDate(draft.occurredOn);
  const numbers = draft.invoices
    .map((invoice) => plainNumber(invoice.number))
    .filter((number) => number !== "");
  for (const number of numbers.toSorted()) {
    const count = await tx.$executeRaw`
      insert into invoice_use (union_id, document_id, number, used_on) values (${unionId}, ${id}, ${number}, ${usedOn}::date)
      on conflict (number) where is_active do nothing`;
    if (count === 0) {
      throw new Refusal("POLICY", `发票 ${number} 刚被使用，不得重复报销（F28）`, [
        { path: "draft.invoices", message: `发票 ${number} 刚被使用` },
      ]);
    }
  }
}

function amountsByAccount(lines: readonly BookedLine[]): { accountCode: string; amountFen: bigint }[] {
  const amounts = new Map<string, bigint>();
  for (const line of lines) {
    amounts.set(line.accountCode, (amounts.get(line.accountCode) ?? 0n) + line.amountFen);
  }
  return [...amounts].map(([accountCode, amountFen]) => ({ accountCode, amountFen }));
}
