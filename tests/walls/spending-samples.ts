import ExcelJS from "exceljs";
import { runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { previewSpendingImport } from "@/lib/spending/commands/preview-import";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import type { Sample } from "./samples";
import {
  attached,
  brought,
  drafted,
  draftOf,
  leftToAbove,
  listTicket,
  paperOf,
  personWith,
  type Standing,
} from "./spending-documents";
import { canary, known, today, type World } from "./world";

const note = "请补正后再报";

/** A step on a document that stands where the step is due. */
function stepFrom(to: Standing, more: object = {}): Sample {
  return { input: async (world, unionId) => ({ ...(await brought(world, unionId, { to })), ...more }) };
}

/** A decision of the union above. */
function decisionAbove(more: object = {}): Sample {
  return {
    input: async (world, unionId) => ({ ...(await leftToAbove(world, unionId)), ...more }),
    namesAbove: "谁来审批要告诉下级：上级工会主席的姓名",
  };
}

/** A question about one document. */
const aboutDocument: Sample = {
  input: async (world, unionId) => ({ id: (await drafted(world, unionId)).id }),
};

async function batchId(world: World, unionId: number): Promise<string> {
  const actor = world.actor("CLAIMANT", unionId);
  const file = { unionId, fileName: `${canary(unionId)}.xlsx`, ticket: await listTicket(unionId, actor) };
  return (await runCommand(previewSpendingImport, actor, file, { today })).batchId;
}

async function signedPaper(world: World, unionId: number, documentId: string) {
  const attachmentId = await attached(world, { unionId, documentId, kind: "审批单" });
  return { signedOn: "2026-10-14", attachmentId };
}

async function requestId(world: World, unionId: number): Promise<string> {
  const draft = draftOf(world, unionId, { kind: "REQUEST", invoices: [] });
  const input = { unionId, id: null, version: null, draft };
  return (await runCommand(saveDraft, world.actor("CLAIMANT", unionId), input, { today })).id;
}

async function workerId(world: World, unionId: number): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into worker (person_id, union_id, name, name_pinyin, id_type, id_no_cipher, id_no_last4)
     values ($3, $1, $2, 'hy', 'ID_CARD', 'x', '0000') on conflict (person_id) do update set name = excluded.name
     returning id::text`,
    [unionId, `${canary(unionId)}会员`, world.personId(unionId)],
  );
  return known(rows[0]).id;
}

async function budgetTicket(accountId: bigint): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("预算").addRows([["50504 其他业务支出", "9000"]]);
  const file = await storeFile(Buffer.from(await book.xlsx.writeBuffer()), "预算.xlsx");
  return uploadTicket(accountId, file);
}

const lookedUp = "草稿里填什么都照存；不在名册中的人在判定和提交时按不存在处理";

/** Samples of spending, of importing budgets, and of the desk's figures. */
export const spendingSamples: Record<string, Sample> = {
  "spending.saveDraft": {
    input: async (world, unionId) => ({
      ...{ unionId, ...(await drafted(world, unionId)) },
      draft: draftOf(world, unionId, {
        requestId: await requestId(world, unionId),
        witnessId: personWith(world, "WITNESS", unionId),
        people: [{ workerId: await workerId(world, unionId), amount: "", isSigned: false }],
      }),
    }),
    shared: { "draft.people.workerId": lookedUp },
    open: { "draft.answers": "事实的编号由政策决定" },
  },
  "spending.deleteDraft": stepFrom("DRAFT"),
  "spending.submitDocument": stepFrom("DRAFT"),
  "spending.withdrawDocument": stepFrom("SUBMITTED"),
  "spending.reviewDocument": stepFrom("SUBMITTED"),
  "spending.confirmWitness": stepFrom("SUBMITTED"),
  "spending.returnAtReview": stepFrom("SUBMITTED", { note }),
  "spending.approveDocument": stepFrom("REVIEWED"),
  "spending.rejectDocument": stepFrom("REVIEWED", { note }),
  "spending.returnAtApproval": stepFrom("REVIEWED", { note }),
  "spending.approveForBelow": decisionAbove(),
  "spending.rejectForBelow": decisionAbove({ note }),
  "spending.recordPaperApproval": {
    input: async (world, unionId) => {
      const at = await brought(world, unionId, { to: "REVIEWED" });
      const signerId = personWith(world, "CHAIR", unionId);
      return { ...at, onPaper: { signerId, ...(await signedPaper(world, unionId, at.id)) } };
    },
  },
  "spending.recordPaperStep": {
    input: async (world, unionId) => {
      const at = await brought(world, unionId, { to: "SUBMITTED" });
      const signerId = personWith(world, "BRANCH_CHAIR", unionId);
      const onPaper = { signerId, ...(await signedPaper(world, unionId, at.id)) };
      return { ...at, action: "reviewBranch", onPaper };
    },
  },
  "spending.payDocument": {
    input: async (world, unionId) => {
      const { id } = await brought(world, unionId, { to: "PAID" });
      // Paid once and come back: the witness is there, the money waits again.
      await world.owner.query("set session_replication_role = replica");
      await world.owner.query(
        "update spending_document set state = 'AWAITING_PAYMENT', paid_on = null, paid_method = null, version = 9 where id = $1",
        [id],
      );
      await world.owner.query("set session_replication_role = origin");
      return { id, version: 9, method: "TRANSFER", paidOn: today };
    },
  },
  "spending.returnAtPayment": stepFrom("AWAITING_PAYMENT", { note }),
  "spending.failPayment": stepFrom("PAID", { note: "户名不符，已退汇" }),
  "spending.postDocument": stepFrom("PAID"),
  "spending.archiveDocument": {
    input: async (world, unionId) => {
      const at = await brought(world, unionId, { to: "PAID" });
      await world.owner.query("update trade_union set books_in = 'OTHER' where id = $1", [unionId]);
      return at;
    },
  },
  "spending.addAttachment": {
    input: async (world, unionId, actor) => ({
      documentId: (await drafted(world, unionId)).id,
      ...{ kind: "照片", fileName: `${canary(unionId)}.pdf`, ticket: await paperOf(actor) },
    }),
  },
  "spending.removeAttachment": {
    input: async (world, unionId) => {
      const { id: documentId } = await drafted(world, unionId);
      return { documentId, attachmentId: await attached(world, { unionId, documentId, kind: "照片" }) };
    },
  },
  "spending.previewImport": {
    input: async (_world, unionId, actor) => ({
      ...{ unionId, fileName: `${canary(unionId)}支出明细.xlsx`, ticket: await listTicket(unionId, actor) },
    }),
  },
  "spending.acceptImport": {
    input: async (world, unionId) => ({
      batchId: await batchId(world, unionId),
      claimantId: personWith(world, "CLAIMANT", unionId),
      mode: "GOOD_ROWS_ONLY",
    }),
  },

  "spending.listSpending": { input: (_world, unionId) => ({ unionId }) },
  "spending.exportSpending": { input: (_world, unionId) => ({ unionId }) },
  "spending.getDocument": aboutDocument,
  "spending.whoCanAct": aboutDocument,
  "spending.getDocumentBelow": {
    input: async (world, unionId) => ({ id: (await leftToAbove(world, unionId)).id }),
    namesAbove: "谁来审批要告诉下级：上级工会主席的姓名",
    narrower: "只有本人应代审批的单据，其他与不存在相同",
  },
  "spending.draftContext": {
    input: async (world, unionId) => ({
      ...{ unionId, documentId: (await drafted(world, unionId)).id, occurredOn: "2026-10-12" },
      ...{ people: [await workerId(world, unionId)], personIds: [personWith(world, "CLAIMANT", unionId)] },
      ...{ invoiceNumbers: ["26000000000000000999"], requestId: await requestId(world, unionId) },
    }),
    shared: { documentId: lookedUp, personIds: lookedUp, requestId: lookedUp },
  },
  "spending.draftChoices": { input: (_world, unionId) => ({ unionId, on: "2026-10-12" }) },
  "spending.getPaper": {
    input: async (world, unionId) => {
      const { id: documentId } = await drafted(world, unionId);
      return { attachmentId: await attached(world, { unionId, documentId, kind: "照片" }) };
    },
  },
  "spending.getImportBatch": {
    input: async (world, unionId) => ({ batchId: await batchId(world, unionId) }),
  },
  "spending.listImportBatches": { input: (_world, unionId) => ({ unionId }) },
  "spending.listOpenPapers": { input: (_world, unionId) => ({ unionId }) },
  "spending.myTasks": { input: () => ({}), about: "COMMON" },
  "spending.tasksForBelow": { input: () => ({}), about: "COMMON" },

  "budget.importBudget": {
    input: async (_world, unionId, actor) => ({
      ...{ unionId, year: 2026, approvedOn: "2026-01-10", fileName: "预算.xlsx" },
      ticket: await budgetTicket(known(actor.accountId)),
    }),
  },
  "desk.getFigures": { input: (_world, unionId) => ({ unionId, year: 2026 }) },
};
