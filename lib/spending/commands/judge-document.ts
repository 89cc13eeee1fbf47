import { parseDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { policyDataIn } from "@/lib/policies/queries";
import type { PolicyData } from "@/lib/policy/judge";
import type { Verdict } from "@/lib/policy/verdict";
import type { Tx } from "@/lib/server/db";
import { judgeDraft } from "../facts";
import type { DraftContext, Stage } from "../model";
import { gatherContext } from "../reports/draft-context";
import type { Draft } from "../schema";

/** A draft to be judged from real rows; the parts are those of persons about to take a step. */
export type ToJudge = {
  unionId: number;
  documentId: bigint | null;
  draft: Draft;
  stage: Stage;
  parts?: Partial<DraftContext["parts"]>;
};

/** Judges a draft as its form does, with a context gathered in this transaction. Refuses one without a date. */
export async function judgeIn(
  tx: Tx,
  of: ToJudge,
): Promise<{ verdict: Verdict; context: DraftContext; policy: PolicyData }> {
  const { draft, unionId, documentId } = of;
  const policy = await policyDataIn(tx, unionId);
  const gathered = await gatherContext(tx, contextOf(draft, { unionId, documentId }), policy);
  const context = { ...gathered, parts: { ...gathered.parts, ...of.parts } };
  const verdict = judgeDraft(draft, context, policy, of.stage);
  if (verdict === null) {
    throw new Refusal("INVALID", "请填写发生日期", [
      { path: "draft.occurredOn", message: "请填写日期，如 2026-03-12" },
    ]);
  }
  return { verdict, context, policy };
}

/** What a draft needs to know of the rows around it. */
export function contextOf(draft: Draft, of: { unionId: number; documentId: bigint | null }) {
  return {
    ...of,
    requestId: draft.requestId === "" ? null : BigInt(draft.requestId),
    on: parseDate(draft.occurredOn),
    people: draft.people.map((person) => BigInt(person.workerId)),
    invoiceNumbers: draft.invoices.map((invoice) => invoice.number),
    personIds: [draft.claimantId, draft.witnessId].filter((id) => id !== "").map((id) => BigInt(id)),
  };
}

/** Refuses what is forbidden, with every reason; the fields name the rules. */
export function refuseForbidden(verdict: Verdict, doing: string): void {
  const forbidden = verdict.findings.filter((finding) => finding.countsAs === "FORBIDDEN");
  const [first] = forbidden;
  if (first === undefined) return;
  throw new Refusal(
    "POLICY",
    `禁止${doing}：${forbidden.map((finding) => `${finding.message}（${finding.ruleId}）`).join("；")}`,
    forbidden.map((finding) => ({ path: `verdict.${finding.ruleId}`, message: finding.message })),
  );
}

/** The findings that need somebody's word: 需审批 and 待补. */
export function askingFindings(verdict: Verdict): Verdict["findings"] {
  return verdict.findings.filter((finding) => finding.countsAs === "APPROVAL");
}
