import { z } from "zod";
import { parseDate } from "@/lib/core/dates";
import { idSchema, unionIdSchema, versionSchema } from "@/lib/core/ids";
import { spendingKinds, spendingStates } from "./model";

// A draft keeps what was typed, right or wrong: amounts, dates and counts are text until the document is submitted.
const cell = (max: number) => z.string().max(max);
const idText = z.union([z.literal(""), z.string().regex(/^[1-9]\d{0,17}$/, "编号不正确")]);
const dayHint = "请填写日期，如 2026-03-12";
// A form of a date alone is not enough: the database knows no year nought.
const dayText = z.iso.date(dayHint).refine((text) => parseDate(text) !== null, dayHint);

const draftLineSchema = z.strictObject({
  name: cell(200),
  accountCode: cell(12),
  quantity: cell(32),
  unitPrice: cell(64),
  amount: cell(64),
  /** Whether it is equipment used for more than a year: not said, no, general or special equipment. */
  asset: z.enum(["", "NONE", "GENERAL", "SPECIAL"]),
});

const draftPersonSchema = z.strictObject({
  workerId: z.string().regex(/^[1-9]\d{0,17}$/, "编号不正确"),
  amount: cell(64),
  isSigned: z.boolean(),
});

const draftInvoiceSchema = z.strictObject({
  kind: z.enum(["", "ELECTRONIC", "PAPER", "NONE"]),
  number: cell(64),
  buyerName: cell(120),
  buyerTaxNo: cell(32),
  /** Names on the invoice's lines, separated by semicolons. */
  itemNames: cell(2_000),
  hasItemList: z.boolean(),
});

/** Everything typed into the form of a 事前申请 or 报销单; kept on the server even when incomplete. */
export const draftSchema = z.strictObject({
  kind: z.enum(spendingKinds),
  type: cell(32),
  title: cell(200),
  occurredOn: cell(32),
  paymentMethod: z.enum(["", "TRANSFER", "CHEQUE", "CARD", "CASH"]),
  payeeName: cell(120),
  claimantId: idText,
  witnessId: idText,
  requestId: idText,
  /** What the claimant says to findings that ask for approval. */
  reason: cell(2_000),
  lines: z.array(draftLineSchema).max(200, "明细最多 200 行，请分单填报"),
  people: z.array(draftPersonSchema).max(5_000, "名单最多 5000 人，请分单填报"),
  invoices: z.array(draftInvoiceSchema).max(50, "发票最多 50 张，请分单填报"),
  /** Facts the kind of spending asks for, as typed, by fact id. */
  answers: z
    .record(z.string().max(40), cell(2_000))
    .refine((answers) => Object.keys(answers).length <= 80, "填报项过多"),
});

/** A draft as its form holds it; plain JSON. */
export type Draft = z.output<typeof draftSchema>;
/** One line of a draft, as typed. */
export type DraftLine = Draft["lines"][number];
/** One invoice of a draft, as typed. */
export type DraftInvoice = Draft["invoices"][number];

/** A draft to keep, at the version it was opened with. */
export const saveDraftInput = z.strictObject({
  unionId: unionIdSchema,
  /** Null makes a new document. */
  id: idSchema.nullable(),
  version: versionSchema.nullable(),
  draft: draftSchema,
});

/** A document as the person saw it; a change made since by somebody else is refused. */
export const documentAt = z.strictObject({ id: idSchema, version: versionSchema });

const note = z.string().trim().max(500);
const neededNote = note.min(2, "请写明原因");

/** A step taken on paper and recorded afterwards: who signed, when, and the scan of the signed sheet. */
const onPaper = z.strictObject({
  signerId: idSchema,
  signedOn: dayText,
  /** The scan among the document's papers. */
  attachmentId: idSchema,
});

/** Taking a document back. */
export const withdrawInput = documentAt.extend({ note: note.default("") });
/** Sending a document back, which needs a reason. */
export const returnInput = documentAt.extend({ note: neededNote });
/** Refusing a document for good, which needs a reason. */
export const rejectInput = documentAt.extend({ note: neededNote });
/** 会计审核. */
export const reviewInput = documentAt.extend({ note: note.default("") });
/** 证明. */
export const witnessInput = documentAt.extend({ note: note.default("") });
/** An approval, online or signed on paper. */
export const approveInput = documentAt.extend({
  note: note.default(""),
  onPaper: onPaper.nullable().default(null),
});
/** How and when a claim was really paid. */
export const payInput = documentAt.extend({
  method: z.enum(["TRANSFER", "CHEQUE", "CARD", "CASH"], { error: "请选择付款方式" }),
  paidOn: dayText,
  note: note.default(""),
});
/** A payment that came back, with what the bank said. */
export const paymentFailedInput = documentAt.extend({ note: neededNote });
/** 归档. */
export const archiveInput = documentAt.extend({ note: note.default("") });
/** A signature on paper beside the decision itself. */
export const recordPaperStepInput = documentAt.extend({
  action: z.enum(["confirmWitness", "reviewBranch", "committeeMinutes"]),
  onPaper,
  note: note.default(""),
});

/** A paper for a document, by the ticket of its upload. */
export const addAttachmentInput = z.strictObject({
  documentId: idSchema,
  /** The paper's name in the checklist (发票, 签到表 …) or a free one. */
  kind: z.string().trim().min(1, "请选择材料名称").max(40),
  fileName: z.string().trim().min(1).max(200),
  ticket: z.string().max(400),
});
/** A paper to take off a document. */
export const removeAttachmentInput = z.strictObject({ documentId: idSchema, attachmentId: idSchema });

/** What a form asks the server for: the day, people, invoices and persons of its draft. */
export const draftContextInput = z.strictObject({
  unionId: unionIdSchema,
  /** The document being edited, whose own amounts must not count against it. */
  documentId: idSchema.nullable().default(null),
  occurredOn: dayText.nullable(),
  people: z.array(idSchema).max(5_000).default([]),
  invoiceNumbers: z.array(z.string().max(64)).max(50).default([]),
  personIds: z.array(idSchema).max(10).default([]),
  requestId: idSchema.nullable().default(null),
});

const filterText = z.string().trim().max(60).nullable().default(null);

/** What a list of documents is narrowed to; the export takes the same. */
export const spendingFilter = z.strictObject({
  unionId: unionIdSchema.nullable().default(null),
  kind: z.enum(spendingKinds).nullable().default(null),
  states: z.array(z.enum(spendingStates)).max(spendingStates.length).default([]),
  type: z.string().max(32).nullable().default(null),
  from: dayText.nullable().default(null),
  to: dayText.nullable().default(null),
  /** Yuan as typed. */
  minAmount: filterText,
  maxAmount: filterText,
  text: filterText,
});

/** A page of the list, from a cursor on. */
export const listSpendingInput = spendingFilter.extend({
  cursor: idSchema.nullable().default(null),
  take: z.int().min(1).max(200).default(50),
});

/** One document. */
export const documentIdInput = z.strictObject({ id: idSchema });

/** A spending list to be judged. */
export const previewImportInput = z.strictObject({
  unionId: unionIdSchema,
  fileName: z.string().trim().min(1).max(200),
  ticket: z.string().max(400),
});
/** What to take over of a judged list, and for whom. */
export const acceptImportInput = z.strictObject({
  batchId: idSchema,
  /** The person who answers for the rows (经办人). */
  claimantId: idSchema,
  /** Taking the good rows and leaving the others is a choice, never a default. */
  mode: z.enum(["ALL_OR_NOTHING", "GOOD_ROWS_ONLY"]),
  /** Load the sheet's own figures (预算收入, 工作餐标准 …) where the portal has none. */
  loadUnionFacts: z.boolean().default(false),
});
