import type { Client } from "pg";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { setOpeningBalances } from "@/lib/ledger/commands/set-opening";
import { setOwnParam } from "@/lib/policies/commands/set-own-param";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { addAttachment } from "@/lib/spending/commands/add-attachment";
import { approveDocument } from "@/lib/spending/commands/approve-document";
import { archiveDocument } from "@/lib/spending/commands/archive-document";
import { payDocument } from "@/lib/spending/commands/pay-document";
import { postDocument } from "@/lib/spending/commands/post-document";
import { recordPaperStep } from "@/lib/spending/commands/record-paper-step";
import { rejectDocument } from "@/lib/spending/commands/reject-document";
import { returnAtReview } from "@/lib/spending/commands/return-document";
import { reviewDocument } from "@/lib/spending/commands/review-document";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { withdrawDocument } from "@/lib/spending/commands/withdraw-document";
import type { SpendingState } from "@/lib/spending/model";
import { checklistOf } from "@/lib/spending/rules/checklist";
import type { Draft } from "@/lib/spending/schema";
import { seedActor } from "./budget";
import { seedUnionId } from "./world";

const hospital = "区医院工会";
const maternity = "妇幼保健院工会";
/** The day of the spending story; every seeded step is taken on it. */
const today = "2026-03-20";

type SeedDocument = {
  title: string;
  type: string;
  kind?: "REQUEST";
  amount: string;
  payee: string;
  day: string;
  to: SpendingState;
  answers?: Record<string, string>;
  method?: "CASH";
};

/** A few documents of one union in every state, so that everybody's desk has something on it. */
const documents: readonly SeedDocument[] = [
  ...([
    {
      title: "购买打印纸和墨盒",
      type: "OFFICE",
      amount: "486.00",
      payee: "文化用品店",
      day: "2026-03-02",
      to: "ARCHIVED",
    },
    {
      title: "会员小组会茶水",
      type: "MEETING",
      amount: "180.00",
      payee: "便利店",
      day: "2026-03-04",
      to: "POSTED",
      method: "CASH",
    },
    {
      title: "职工图书",
      type: "BOOKROOM",
      amount: "1360.00",
      payee: "新华书店",
      day: "2026-03-05",
      to: "PAID",
    },
    {
      title: "宣传展板制作",
      type: "PUBLICITY",
      amount: "920.00",
      payee: "广告制作社",
      day: "2026-03-09",
      to: "AWAITING_PAYMENT",
    },
    {
      title: "工会干部培训资料",
      type: "SPECIAL",
      amount: "640.00",
      payee: "快印店",
      day: "2026-03-10",
      to: "REVIEWED",
    },
    {
      title: "职工之家绿植",
      type: "HOME",
      amount: "780.00",
      payee: "花木公司",
      day: "2026-03-12",
      to: "SUBMITTED",
    },
    {
      title: "档案盒",
      type: "OFFICE",
      amount: "150.00",
      payee: "文化用品店",
      day: "2026-03-12",
      to: "RETURNED",
    },
    {
      title: "办公室摆件",
      type: "OFFICE",
      amount: "990.00",
      payee: "工艺品店",
      day: "2026-03-13",
      to: "REJECTED",
    },
    {
      title: "重复填报的打印费",
      type: "OFFICE",
      amount: "75.00",
      payee: "快印店",
      day: "2026-03-13",
      to: "WITHDRAWN",
    },
    {
      title: "春季读书会用品",
      type: "BOOKROOM",
      amount: "260.00",
      payee: "新华书店",
      day: "2026-03-17",
      to: "DRAFT",
    },
  ] as const),
  {
    ...{ title: "春季健步走活动", type: "ARTS_SPORTS", kind: "REQUEST", amount: "3900.00", payee: "" },
    ...{ day: "2026-04-11", to: "APPROVED" },
    answers: { participants: "26", awardTotal: "3900", hasPrize: "否", recipients: "26", instrument: "实物" },
  },
];

function draftOf(document: SeedDocument, claimantId: string, index: number): Draft {
  const isRequest = document.kind === "REQUEST";
  const buyer = { buyerName: maternity, buyerTaxNo: "" };
  const number = (26_114_000_000_000_000_000n + BigInt(index)).toString();
  return {
    ...{
      kind: document.kind ?? "CLAIM",
      type: document.type,
      title: document.title,
      occurredOn: document.day,
    },
    paymentMethod: isRequest ? "" : (document.method ?? "TRANSFER"),
    ...{ payeeName: document.payee, claimantId, witnessId: "", requestId: "" },
    reason: "按年度工作计划办理",
    lines: [
      {
        ...{ name: document.title, accountCode: "", quantity: "", unitPrice: "" },
        amount: document.amount,
        asset: "",
      },
    ],
    people: [],
    invoices: isRequest
      ? []
      : [{ kind: "ELECTRONIC", number, ...buyer, itemNames: document.title, hasItemList: true }],
    answers: document.answers ?? {},
  };
}

// A blank page, so that a paper opens when somebody clicks on it.
const blankPage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

type At = { id: string; version: number };
type Cast = Record<"claimant" | "bookkeeper" | "checker" | "cashier" | "chair", Actor>;

async function attach(actor: Actor, { id }: At, kind: string): Promise<string> {
  const file = await storeFile(new TextEncoder().encode(blankPage), "附件.pdf");
  const ticket = uploadTicket(actor.accountId ?? 0n, file);
  const paper = { documentId: id, kind, fileName: `${kind}.pdf`, ticket };
  return (await runCommand(addAttachment, actor, paper, { today })).id;
}

function seen({ id, version }: At): At {
  return { id, version };
}

/** Takes one document through its steps, each by its officer, until it stands where the story wants it. */
async function seedDocument(cast: Cast, document: SeedDocument, draft: Draft): Promise<void> {
  const unionId = seedUnionId(maternity);
  const run = { today };
  let at: At = await runCommand(saveDraft, cast.claimant, { unionId, id: null, version: null, draft }, run);
  const papers = [...checklistOf(draft.type).SUBMIT, ...(draft.kind === "CLAIM" ? ["发票"] : [])];
  for (const kind of papers) await attach(cast.claimant, at, kind);
  if (document.to === "DRAFT") return;
  at = await runCommand(submitDocument, cast.claimant, seen(at), run);
  if (document.to === "SUBMITTED") return;
  if (document.to === "WITHDRAWN") {
    await runCommand(withdrawDocument, cast.claimant, { ...seen(at), note: "重复填报" }, run);
    return;
  }
  if (document.to === "RETURNED") {
    await runCommand(returnAtReview, cast.bookkeeper, { ...seen(at), note: "请附销货清单" }, run);
    return;
  }
  at = await runCommand(reviewDocument, cast.bookkeeper, seen(at), run);
  if (document.to === "REVIEWED") return;
  if (document.to === "REJECTED") {
    await runCommand(rejectDocument, cast.chair, { ...seen(at), note: "与工会活动无关，不予列支" }, run);
    return;
  }
  if (draft.kind === "CLAIM") at = await witnessOnPaper(cast, at);
  at = await runCommand(approveDocument, cast.chair, seen(at), run);
  if (document.to === "APPROVED" || document.to === "AWAITING_PAYMENT") return;
  const payment = { ...seen(at), method: draft.paymentMethod || "TRANSFER", paidOn: today };
  at = await runCommand(payDocument, cast.cashier, payment, run);
  if (document.to !== "PAID") await book(cast, at, document.to);
}

/** The union has nobody with the duty of a witness: a member signs on paper. */
async function witnessOnPaper(cast: Cast, at: At): Promise<At> {
  const attachmentId = await attach(cast.claimant, at, "证明");
  const signerId = cast.checker.personId?.toString() ?? "";
  const onPaper = { signerId, signedOn: today, attachmentId };
  const step = { ...seen(at), action: "confirmWitness", onPaper };
  return runCommand(recordPaperStep, cast.claimant, step, { today });
}

async function book(cast: Cast, paid: At, to: SpendingState): Promise<void> {
  const made = await runCommand(postDocument, cast.bookkeeper, seen(paid), { today });
  await runCommand(reviewVoucher, cast.checker, { voucherId: made.voucherId, version: 1 }, { today });
  const posted = await runCommand(postDocument, cast.bookkeeper, seen(made), { today });
  if (to === "ARCHIVED") await runCommand(archiveDocument, cast.bookkeeper, seen(posted), { today });
}

/** What the hospital union states of itself in its own list: openings, meal standard, last clothing by person. */
async function seedHospital(owner: Client): Promise<void> {
  const unionId = seedUnionId(hospital);
  const bookkeeper = await seedActor(owner, "kuaiji");
  await setOpening(bookkeeper, unionId, [
    ["101", "800.00", ""],
    ["102", "286500.00", ""],
    ["32205", "", "287300.00"],
  ]);
  const meal = {
    ...{ unionId, code: "P_MEAL_UNIT_STD", value: "40", from: "2026-01-01" },
    document: "区医院工会工作餐标准通知",
  };
  await runCommand(setOwnParam, bookkeeper, meal, { today: "2026-01-05" });
  await owner.query(
    `insert into opening_fact (union_id, year, code, worker_id, label, count, date, source)
     select $1, 2026, 'CLOTHING', id, '篮球队上次购置服装', null, date '2023-04-10', '期初导入'
       from (select id from worker where union_id = $1 order by id offset 20 limit 12) team
     union all select $1, 2026, 'CLOTHING', null, '篮球队上次购置服装', 12, date '2023-04-10', '期初导入'`,
    [unionId],
  );
}

async function setOpening(
  bookkeeper: Actor,
  unionId: number,
  rows: readonly (readonly [string, string, string])[],
): Promise<void> {
  const lines = rows.map(([accountCode, debit, credit]) => ({ accountCode, debit, credit }));
  await runCommand(
    setOpeningBalances,
    bookkeeper,
    { unionId, asOf: "2026-01-01", lines },
    { today: "2026-01-05" },
  );
}

/** The spending story of the demo district; policies, people and budgets are there already. */
export async function seedSpending(owner: Client): Promise<void> {
  await seedHospital(owner);
  const cast: Cast = {
    claimant: await seedActor(owner, "fyjingban"),
    bookkeeper: await seedActor(owner, "kuaiji"),
    checker: await seedActor(owner, "fyjihe"),
    cashier: await seedActor(owner, "fychuna"),
    chair: await seedActor(owner, "fyzhuxi"),
  };
  await setOpening(cast.bookkeeper, seedUnionId(maternity), [
    ["101", "600.00", ""],
    ["102", "96400.00", ""],
    ["32205", "", "97000.00"],
  ]);
  const claimantId = cast.claimant.personId?.toString() ?? "";
  for (const [index, document] of documents.entries()) {
    await seedDocument(cast, document, draftOf(document, claimantId, index));
  }
}
