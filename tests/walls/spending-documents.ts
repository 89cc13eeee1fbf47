import ExcelJS from "exceljs";
import type { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/server/actor";
import { type Command, runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { addAttachment } from "@/lib/spending/commands/add-attachment";
import { approveDocument } from "@/lib/spending/commands/approve-document";
import { payDocument } from "@/lib/spending/commands/pay-document";
import { recordPaperStep } from "@/lib/spending/commands/record-paper-step";
import { reviewDocument } from "@/lib/spending/commands/review-document";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import type { Draft } from "@/lib/spending/schema";
import { canary, known, today, type World } from "./world";

export type At = { id: string; version: number };

/** Where a document of the samples can stand. */
export type Standing = "DRAFT" | "SUBMITTED" | "REVIEWED" | "AWAITING_PAYMENT" | "PAID";

let made = 0;

/** The person who holds a role in a union, as payloads name them. */
export function personWith(world: World, role: Role, unionId: number): string {
  return known(world.actor(role, unionId).personId).toString();
}

/** Printing paper for the office: nothing about it is remarkable. */
export function draftOf(world: World, unionId: number, changes: Partial<Draft> = {}): Draft {
  made += 1;
  return {
    ...{ kind: "CLAIM", type: "OFFICE", title: `${canary(unionId)}打印纸`, occurredOn: "2026-10-12" },
    ...{ paymentMethod: "TRANSFER", payeeName: "文化用品店", reason: "日常办公用品" },
    ...{ claimantId: personWith(world, "CLAIMANT", unionId), witnessId: "", requestId: "" },
    lines: [
      { name: "打印纸", accountCode: "50504", quantity: "", unitPrice: "", amount: "26.00", asset: "" },
    ],
    people: [],
    invoices: [
      {
        ...{ kind: "ELECTRONIC", number: (26_000_000_000_000_000_000n + BigInt(made)).toString() },
        ...{
          buyerName: `${canary(unionId)}工会`,
          buyerTaxNo: taxNoOf(unionId),
          itemNames: "",
          hasItemList: false,
        },
      },
    ],
    answers: {},
    ...changes,
  };
}

function taxNoOf(unionId: number): string {
  return `81110109MC001234${unionId}Q`;
}

/** A union whose books and budget are open, whatever other samples did to them. */
async function openUnion(world: World, unionId: number): Promise<void> {
  await world.owner.query("update trade_union set books_in = 'PORTAL', credit_code = $2 where id = $1", [
    unionId,
    taxNoOf(unionId),
  ]);
  await world.owner.query("update ledger_period set state = 'OPEN' where union_id = $1", [unionId]);
  await world.owner.query(
    `with b as (insert into budget (union_id, year, income_fen, approved_on)
       select $1, 2026, 100000000, '2026-01-10' where not exists (select from budget where union_id = $1 and year = 2026)
       returning id)
     insert into budget_line (budget_id, union_id, account_code, amount_fen) select id, $1, '50504', 90000000 from b`,
    [unionId],
  );
}

/** Uploads a paper in somebody's name. */
export async function paperOf(actor: Actor): Promise<string> {
  made += 1;
  const file = await storeFile(Buffer.from(`%PDF-1.4\n% ${made}\n%%EOF`), "材料.pdf");
  return uploadTicket(known(actor.accountId), file);
}

/** Puts a paper on a document and answers its id. */
export async function attached(
  world: World,
  { unionId, documentId, kind }: { unionId: number; documentId: string; kind: string },
): Promise<string> {
  const actor = world.actor("CLAIMANT", unionId);
  const paper = { documentId, kind, fileName: `${canary(unionId)}${kind}.pdf`, ticket: await paperOf(actor) };
  return (await runCommand(addAttachment, actor, paper, { today })).id;
}

/** A draft with its invoice, ready to be handed in. */
export async function drafted(world: World, unionId: number, changes: Partial<Draft> = {}): Promise<At> {
  await openUnion(world, unionId);
  const input = { unionId, id: null, version: null, draft: draftOf(world, unionId, changes) };
  const { id, version } = await runCommand(saveDraft, world.actor("CLAIMANT", unionId), input, { today });
  await attached(world, { unionId, documentId: id, kind: "发票" });
  return { id, version };
}

type Step = [role: Role, command: Command<unknown, At>, more: object];

/** An ordinary claim brought to where it should stand, each step by its officer. */
export async function brought(
  world: World,
  unionId: number,
  { to, ...changes }: Partial<Draft> & { to: Standing },
): Promise<At> {
  let at = await drafted(world, unionId, changes);
  const witness = { signerId: personWith(world, "WITNESS", unionId), signedOn: "2026-10-14" };
  const scan = async () => ({
    action: "confirmWitness",
    onPaper: {
      ...witness,
      attachmentId: await attached(world, { unionId, documentId: at.id, kind: "证明单" }),
    },
  });
  const steps: [Standing, Step][] = [
    ["SUBMITTED", ["CLAIMANT", submitDocument, {}]],
    ["REVIEWED", ["BOOKKEEPER", reviewDocument, {}]],
    ["AWAITING_PAYMENT", ["CHAIR", approveDocument, {}]],
    ["PAID", ["CASHIER", payDocument, { method: "TRANSFER", paidOn: today }]],
  ];
  if (to === "DRAFT") return at;
  for (const [standing, taken] of steps) {
    // Nobody pays before somebody has vouched for it.
    if (standing === "PAID") at = await step(world, unionId, at, ["CLAIMANT", recordPaperStep, await scan()]);
    at = await step(world, unionId, at, taken);
    if (standing === to) break;
  }
  return at;
}

async function step(world: World, unionId: number, at: At, [role, command, more]: Step): Promise<At> {
  const { id, version } = at;
  const done = await runCommand(command, world.actor(role, unionId), { id, version, ...more }, { today });
  return { id: done.id, version: done.version };
}

/** A document that nobody in its union is free to decide on: the chair's own, where there is no deputy. */
export async function leftToAbove(world: World, unionId: number): Promise<At> {
  await world.owner.query(
    "update role_grant set revoked_at = now() where union_id = $1 and role = 'DEPUTY_CHAIR'",
    [unionId],
  );
  return brought(world, unionId, { to: "REVIEWED", claimantId: personWith(world, "CHAIR", unionId) });
}

/** A spending list of one row, as a union keeps it, uploaded in somebody's name. */
export async function listTicket(unionId: number, actor: Actor): Promise<string> {
  made += 1;
  const book = new ExcelJS.Workbook();
  book.addWorksheet("支出明细").addRows([
    ["日期", "摘要", "支出类型", "金额（元）", "付款方式", "收款单位"],
    ["2026-09-10", `${canary(unionId)}打印纸第${made}批`, "办公费", "30", "转账", "文化用品店"],
  ]);
  const file = await storeFile(Buffer.from(await book.xlsx.writeBuffer()), "支出明细.xlsx");
  return uploadTicket(known(actor.accountId), file);
}
