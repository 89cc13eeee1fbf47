import { momentText } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { Tx } from "@/lib/server/db";
import { labelIn, stateLabels, stepLabels } from "../labels";
import type { Course } from "../model";
import { type Draft, draftSchema } from "../schema";

const fields = {
  ...({ id: true, unionId: true, kind: true, number: true, type: true, title: true } as const),
  ...({ occurredOn: true, state: true, version: true, amountFen: true, paymentMethod: true } as const),
  ...({ payeeName: true, claimantId: true, recordedById: true, witnessId: true } as const),
  ...({ requestId: true, facts: true, reason: true, voucherId: true, paidOn: true } as const),
  ...({ paidMethod: true, submittedAt: true, importBatchId: true, createdAt: true } as const),
};

/** A document as the steps need it, with what was typed and the course it takes. Refuses one that is not there. */
export async function documentOf(tx: Tx, id: bigint) {
  const row = await tx.spendingDocument.findUnique({ where: { id }, select: fields });
  if (row === null) throw new Refusal("NOT_FOUND", "未找到该单据，或您没有权限");
  const union = await tx.tradeUnion.findUniqueOrThrow({
    where: { id: row.unionId },
    select: { name: true, booksIn: true, level: true },
  });
  const { facts, ...rest } = row;
  const typed: Draft = draftSchema.parse(facts);
  // Who really witnessed wins over who was expected to.
  const draft: Draft = { ...typed, witnessId: row.witnessId?.toString() ?? typed.witnessId };
  const course: Course = { kind: row.kind, isBookedHere: union.booksIn === "PORTAL" };
  return { ...rest, draft, course, union };
}

export type DocumentRow = Awaited<ReturnType<typeof documentOf>>;

/** The refusal for who comes too late: who did what, when, and how the document stands now. */
export async function tooLate(tx: Tx, id: bigint): Promise<Refusal> {
  const document = await tx.spendingDocument.findUnique({
    where: { id },
    select: {
      state: true,
      steps: { select: { action: true, byId: true, at: true }, orderBy: { id: "desc" }, take: 1 },
    },
  });
  if (document === null) return new Refusal("NOT_FOUND", "未找到该单据，或您没有权限");
  const last = document.steps[0];
  const state = stateLabels[document.state];
  if (last === undefined) {
    return new Refusal("CONFLICT", `该单据刚被他人修改（现为${state}），请刷新后再办理`);
  }
  const person = await tx.person.findUnique({ where: { id: last.byId }, select: { name: true } });
  const what = labelIn(stepLabels, last.action);
  return new Refusal(
    "CONFLICT",
    `该单据已由${person?.name ?? "他人"}于 ${momentText(last.at)} ${what}（现为${state}），您的操作没有生效，请刷新后查看`,
  );
}
