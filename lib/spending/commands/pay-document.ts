import { settleIn } from "@/lib/budget/commands/reserve-budget";
import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { freezeVerdictIn } from "@/lib/policies/verdicts/commands/freeze-verdict";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { missingPapers } from "../facts/papers";
import { clashOf, spendingSubject } from "../model";
import type { DocumentRow } from "../reports/document";
import { partsOf } from "../reports/parts";
import { payInput } from "../schema";
import { judgeIn, refuseForbidden } from "./judge-document";
import { moveIn, openFor, stepAudit } from "./move-document";

/** 出纳付款: how and when it was really paid, judged once more with that; uses up the reserved budget. */
export const payDocument = defineCommand({
  name: "spending.payDocument",
  label: "登记付款",
  permission: "spending.pay",
  input: payInput,
  async run(tx, { id, version, method, paidOn, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "pay" });
    const cashierId = context.personId();
    await requireReady(tx, document, { cashierId, paidOn, today: context.today });
    const { unionId } = document;
    const draft = {
      ...document.draft,
      paymentMethod: method,
      witnessId: document.witnessId?.toString() ?? "",
    };
    const { verdict, context: around } = await judgeIn(tx, {
      ...{ unionId, documentId: id, draft, stage: "PAYMENT" as const },
      parts: { cashierId: cashierId.toString() },
    });
    refuseForbidden(verdict, "付款");
    const missing = missingPapers(draft.type, "PAYMENT", around.papers);
    if (missing.length > 0 && note.length < 2) {
      throw new Refusal("POLICY", `付款前应备齐：${missing.join("、")}；确需先付款的，请在备注中写明原因`, [
        { path: "note", message: "请写明先付款的原因" },
      ]);
    }
    await freezeVerdictIn(tx, {
      ...{ unionId, subjectKind: spendingSubject, subjectId: id, moment: "PAID", verdict },
      subjectName: `${document.number ?? ""} ${document.title}`,
    });
    await settleIn(tx, id);
    const moved = await moveIn(tx, context, {
      ...{ document, version, action: "pay", note },
      data: { paidOn: toDbDate(paidOn), paidMethod: method },
    });
    return { value: moved, audit: stepAudit(document, to, { method, paidOn, note }) };
  },
});

/** The cashier is nobody who reviewed or approved, the event is witnessed, the day lies between approval and today. */
async function requireReady(
  tx: Tx,
  document: DocumentRow,
  { cashierId, paidOn, today }: { cashierId: bigint; paidOn: string; today: string },
): Promise<void> {
  const parts = await partsOf(tx, document.id);
  const clash = parts && clashOf("pay", cashierId, parts);
  if (clash) throw new Refusal("POLICY", clash);
  if (parts?.witnessedById == null) {
    throw new Refusal("POLICY", "付款前须有证明人证明（可在线证明，也可登记纸质签字）");
  }
  if (paidOn > today) {
    throw new Refusal("INVALID", "付款日期不能晚于今天", [{ path: "paidOn", message: "不能晚于今天" }]);
  }
  if (document.occurredOn !== null && toDbDate(paidOn) < document.occurredOn) {
    throw new Refusal("INVALID", "付款日期不能早于发生日期", [
      { path: "paidOn", message: "不能早于发生日期" },
    ]);
  }
}
