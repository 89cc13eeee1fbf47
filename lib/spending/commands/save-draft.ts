import { now, parseDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { parseYuan } from "@/lib/core/money";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { stateLabels } from "../labels";
import { editableStates, isIn } from "../model";
import { documentOf, tooLate } from "../reports/document";
import { type Draft, saveDraftInput } from "../schema";
import { isOfUnion } from "./check-draft";

/** Keeps a draft on the server exactly as typed, complete or not; a second window with an older version is refused. */
export const saveDraft = defineCommand({
  name: "spending.saveDraft",
  label: "保存支出草稿",
  permission: "spending.enter",
  input: saveDraftInput,
  async run(tx, input, context) {
    context.requireUnion(input.unionId);
    const { id, version, draft } = input;
    const saved =
      id === null
        ? await createDraftIn(tx, { unionId: input.unionId, draft, recordedById: context.personId() })
        : await changeDraftIn(tx, { id, version: version ?? 0, unionId: input.unionId, draft });
    return {
      value: { id: saved.id.toString(), version: saved.version },
      audit: {
        subject: `spending:${saved.id}`,
        unionId: input.unionId,
        detail: { title: draft.title, type: draft.type, amountFen: writtenAmount(draft).toString() },
      },
    };
  },
});

/** A new draft; an import says which row of which batch it came from. */
export type NewDraft = {
  unionId: number;
  draft: Draft;
  recordedById: bigint;
  importKey?: string;
  importBatchId?: bigint;
};

/** Makes a draft inside the caller's transaction; who types it answers for it unless another 经办人 is named. */
export async function createDraftIn(tx: Tx, of: NewDraft): Promise<{ id: bigint; version: number }> {
  const { unionId, draft, recordedById } = of;
  await requireReferences(tx, { unionId, draft });
  return tx.spendingDocument.create({
    data: {
      ...columnsOf({ ...draft, claimantId: draft.claimantId || recordedById.toString() }),
      unionId,
      kind: draft.kind,
      recordedById,
      importKey: of.importKey ?? null,
      importBatchId: of.importBatchId ?? null,
    },
    select: { id: true, version: true },
  });
}

type Change = { id: bigint; version: number; unionId: number; draft: Draft };

async function changeDraftIn(tx: Tx, { id, version, unionId, draft }: Change) {
  const document = await documentOf(tx, id);
  if (document.unionId !== unionId || document.kind !== draft.kind) {
    throw new Refusal("INVALID", "单据的工会和种类不能更改，请另填一张");
  }
  if (!isIn(editableStates, document.state)) {
    throw new Refusal(
      "CONFLICT",
      `该单据现为“${stateLabels[document.state]}”，不能再修改；需要修改请先撤回或请对方退回`,
    );
  }
  await requireReferences(tx, { unionId, draft });
  const changed = await tx.spendingDocument.updateMany({
    where: { id, version, state: document.state },
    data: {
      ...columnsOf({ ...draft, claimantId: draft.claimantId || document.claimantId.toString() }),
      version: { increment: 1 },
      updatedAt: now(),
    },
  });
  if (changed.count === 0) throw await draftTooLate(tx, id);
  return { id, version: version + 1 };
}

/** A draft has no steps that tell who was faster; a submitted one has. */
async function draftTooLate(tx: Tx, id: bigint): Promise<Refusal> {
  const late = await tooLate(tx, id);
  const text = "这张草稿已在另一处保存过，本次没有覆盖；请打开最新的一份，把需要的内容并过去";
  return late.code === "NOT_FOUND" ? late : new Refusal("CONFLICT", text);
}

/** A person or a request from elsewhere is refused here: a draft must not become a way to look things up. */
async function requireReferences(
  tx: Tx,
  { unionId, draft }: { unionId: number; draft: Draft },
): Promise<void> {
  for (const part of ["claimantId", "witnessId"] as const) {
    if (draft[part] === "") continue;
    if (await isOfUnion(tx, unionId, BigInt(draft[part]))) continue;
    const message = "此人不在本工会的岗位或会员名册中";
    throw new Refusal("INVALID", message, [{ path: `draft.${part}`, message }]);
  }
  if (draft.requestId === "") return;
  const request = await tx.spendingDocument.findFirst({
    where: { id: BigInt(draft.requestId), unionId, kind: "REQUEST" },
    select: { id: true },
  });
  if (request === null || draft.kind === "REQUEST") {
    throw new Refusal("INVALID", "未找到该事前申请", [
      { path: "draft.requestId", message: "未找到该事前申请" },
    ]);
  }
}

/** What can be read of a draft, as columns for lists; the draft itself is kept whole beside them. */
function columnsOf(draft: Draft) {
  const day = parseDate(draft.occurredOn);
  const isWitnessFree = draft.witnessId === "" || draft.witnessId === draft.claimantId;
  return {
    type: draft.type,
    title: draft.title,
    occurredOn: day === null ? null : toDbDate(day),
    amountFen: writtenAmount(draft),
    paymentMethod: draft.paymentMethod === "" ? null : draft.paymentMethod,
    payeeName: draft.payeeName.trim() === "" ? null : draft.payeeName.trim(),
    claimantId: BigInt(draft.claimantId),
    witnessId: isWitnessFree ? null : BigInt(draft.witnessId),
    requestId: draft.requestId === "" ? null : BigInt(draft.requestId),
    facts: Object(toJson(draft)),
    reason: draft.reason.trim() === "" ? null : draft.reason.trim(),
  };
}

/** The sum of the lines whose amount can be read, in fen; a negative line counts as nothing yet. */
function writtenAmount(draft: Pick<Draft, "lines">): bigint {
  const amounts = draft.lines.map((line) => parseYuan(line.amount) ?? 0n);
  return amounts.reduce((sum: bigint, amount) => (amount > 0n ? sum + amount : sum), 0n);
}
