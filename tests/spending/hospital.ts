import pg from "pg";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { uploadTicket } from "@/lib/server/files";
import { loadActor } from "@/lib/server/load-actor";
import { addAttachment } from "@/lib/spending/commands/add-attachment";
import { approveDocument } from "@/lib/spending/commands/approve-document";
import { confirmWitness } from "@/lib/spending/commands/confirm-witness";
import { payDocument } from "@/lib/spending/commands/pay-document";
import { reviewDocument } from "@/lib/spending/commands/review-document";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { checklistOf } from "@/lib/spending/rules/checklist";
import type { Draft } from "@/lib/spending/schema";
import { seedPolicies } from "../../prisma/seed/policies";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";

/** The unions of these tests: a district, a direct union, a hospital and a clinic beside it. */
export const district = 1;
export const direct = 2;
export const hospital = 3;
export const clinic = 4;

/** The day on which these tests take place. */
export const today = "2026-03-31";

const officers = [
  ["jingban", "任晓雨", hospital, "CLAIMANT"],
  ["zhengming", "施见证", hospital, "WITNESS"],
  ["kuaiji", "陶细账", hospital, "BOOKKEEPER"],
  ["jihe", "万复核", hospital, "CHECKER"],
  ["chuna", "温持衡", hospital, "CASHIER"],
  ["zhuxi", "辛为公", hospital, "CHAIR"],
  ["fuzhuxi", "严助理", hospital, "DEPUTY_CHAIR"],
  ["jingshen", "尹明察", hospital, "FUND_REVIEWER"],
  ["dangan", "余存真", hospital, "ARCHIVIST"],
  ["shangji", "倪长青", direct, "CHAIR"],
  ["lingdao", "段维民", district, "DISTRICT_LEADER"],
  ["zhensuo", "白雅静", clinic, "CLAIMANT"],
  ["zskuaiji", "毕校对", clinic, "BOOKKEEPER"],
] as const;
type Login = (typeof officers)[number][0];

export type Hospital = {
  database: TestDatabase;
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  actors: Record<Login, Actor>;
  personOf: (login: Login) => string;
};

/** Opens a fresh database with the unions, their officers, ten members of the hospital and the first policies. */
export async function openHospital(): Promise<Hospital> {
  const database = await testDatabase();
  const sql = (text: string, values: unknown[] = []) =>
    asOwner<Record<string, unknown>>(database.ownerUrl, text, values);
  await sql(`insert into trade_union (id, parent_id, path, level, name, credit_code) values
    (1, null, '{1}', 'DISTRICT', '示范区总工会', null), (2, 1, '{1,2}', 'DIRECT', '卫健委工会', null),
    (3, 2, '{1,2,3}', 'GRASSROOTS', '区医院工会', '81110109MC0012345Q'), (4, 2, '{1,2,4}', 'GRASSROOTS', '社区诊所工会', null)`);
  for (const [index, [login, name, unionId, role]] of officers.entries()) {
    const id = index + 1;
    await sql("insert into person (id, name) values ($1, $2)", [id, name]);
    await sql("insert into account (id, login, person_id, status) values ($1, $2, $1, 'ACTIVE')", [
      id,
      login,
    ]);
    await sql(
      `insert into role_grant (person_id, union_id, role, starts_on, reason) values ($1, $2, $3::role, '2020-01-01', '任职')`,
      [id, unionId, role],
    );
  }
  // Members: the claimant and nine others, who have no account.
  for (let index = 0; index < 10; index += 1) {
    const person = index === 0 ? 1 : 100 + index;
    if (index > 0) await sql("insert into person (id, name) values ($1, $2)", [person, `会员${index}号`]);
    await sql(
      `insert into worker (id, person_id, union_id, name, name_pinyin, id_type, id_no_cipher, id_no_last4)
       values ($1, $2, 3, $3, 'hy', 'ID_CARD', 'x', '0000')`,
      [1 + index, person, index === 0 ? "任晓雨" : `会员${index}号`],
    );
    await sql(
      `insert into membership (worker_id, union_id, starts_on, reason, source) values ($1, 3, '2015-01-01', '入会', '登记')`,
      [1 + index],
    );
  }
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await seedPolicies(owner);
  await owner.end();
  const actors: Partial<Record<Login, Actor>> = {};
  for (const [index, [login]] of officers.entries()) {
    const actor = await loadActor(BigInt(index + 1));
    if (actor === null) throw new Error(`${login} has no account`);
    actors[login] = actor;
  }
  const personOf = (login: Login) => (officers.findIndex(([each]) => each === login) + 1).toString();
  return { database, sql, actors: complete(actors), personOf };
}

function complete(actors: Partial<Record<Login, Actor>>): Record<Login, Actor> {
  const isComplete = (found: typeof actors): found is Record<Login, Actor> =>
    officers.every(([login]) => found[login] !== undefined);
  if (!isComplete(actors)) throw new Error("an officer is missing");
  return actors;
}

/** An approved budget in yuan: income and lines by account. */
export async function approveBudget(
  { sql }: Hospital,
  of: { unionId?: number; income: number; lines: Record<string, number> },
): Promise<void> {
  const unionId = of.unionId ?? hospital;
  const [budget] = await sql(
    `insert into budget (union_id, year, income_fen, approved_on) values ($1, 2026, $2, '2026-01-10') returning id`,
    [unionId, of.income * 100],
  );
  for (const [code, yuan] of Object.entries(of.lines)) {
    await sql(
      "insert into budget_line (budget_id, union_id, account_code, amount_fen) values ($1, $2, $3, $4)",
      [budget?.["id"], unionId, code, yuan * 100],
    );
  }
}

/** Printing paper for the office: nothing about it is remarkable. */
export function officePaper(changes: Partial<Draft> = {}): Draft {
  return {
    ...{ kind: "CLAIM", type: "OFFICE", title: "购买打印纸", occurredOn: "2026-03-12" },
    ...{ paymentMethod: "TRANSFER", payeeName: "文化用品店", claimantId: "1", witnessId: "2", requestId: "" },
    reason: "",
    lines: [
      { name: "打印纸", accountCode: "50504", quantity: "", unitPrice: "", amount: "260.00", asset: "" },
    ],
    people: [],
    invoices: [invoice(freshNumber())],
    answers: {},
    ...changes,
  };
}

let numbered = 0n;

/** An invoice number that no other document of the test file bears. */
export function freshNumber(): string {
  numbered += 1n;
  return (26_000_000_000_000_000_000n + numbered).toString();
}

/** An electronic invoice made out to the hospital. */
export function invoice(number: string): Draft["invoices"][number] {
  const buyer = { buyerName: "区医院工会", buyerTaxNo: "81110109MC0012345Q" };
  return { kind: "ELECTRONIC", number, ...buyer, itemNames: "", hasItemList: false };
}

/** One line of goods at an amount in yuan. */
export function goods(name: string, amount: string, accountCode = ""): Draft["lines"][number] {
  return { name, accountCode, quantity: "", unitPrice: "", amount, asset: "" };
}

/** People by worker id, each with the same amount. */
export function people(ids: readonly number[], amount = ""): Draft["people"] {
  return ids.map((id) => ({ workerId: id.toString(), amount, isSigned: false }));
}

type At = { id: string; version: number };

/** Attaches a paper, as its upload would. */
export async function attach(
  { actors }: Hospital,
  of: { id: string; kind: string; mime?: string; by?: Login },
): Promise<string> {
  const actor = actors[of.by ?? "jingban"];
  const file = { sha256: "a".repeat(64), mime: of.mime ?? "application/pdf", sizeBytes: 10 };
  const ticket = uploadTicket(actor.accountId ?? 0n, file);
  const paper = { documentId: of.id, kind: of.kind, fileName: `${of.kind}.pdf`, ticket };
  return (await runCommand(addAttachment, actor, paper, { today })).id;
}

/** A draft on the server with the papers its kind needs before submission, and its invoice. */
export async function drafted(house: Hospital, draft: Draft, by: Login = "jingban"): Promise<At> {
  const unionId = by === "zhensuo" ? clinic : hospital;
  const saved = await runCommand(
    saveDraft,
    house.actors[by],
    { unionId, id: null, version: null, draft },
    { today },
  );
  const kinds = [...checklistOf(draft.type).SUBMIT, ...(draft.kind === "CLAIM" ? ["发票"] : [])];
  for (const kind of kinds) await attach(house, { id: saved.id, kind, by });
  return { id: saved.id, version: saved.version };
}

/** The steps of an ordinary claim up to a state, each by its officer. */
export async function brought(
  house: Hospital,
  draft: Draft,
  to: "SUBMITTED" | "REVIEWED" | "AWAITING_PAYMENT" | "PAID",
): Promise<At> {
  const { actors } = house;
  let at: At = await runCommand(submitDocument, actors.jingban, await drafted(house, draft), { today });
  if (to === "SUBMITTED") return seen(at);
  at = await runCommand(reviewDocument, actors.kuaiji, seen(at), { today });
  if (to === "REVIEWED") return seen(at);
  at = await runCommand(confirmWitness, actors.zhengming, seen(at), { today });
  at = await runCommand(approveDocument, actors.zhuxi, seen(at), { today });
  if (to === "AWAITING_PAYMENT") return seen(at);
  const payment = { ...seen(at), method: draft.paymentMethod || "TRANSFER", paidOn: today };
  return seen(await runCommand(payDocument, actors.chuna, payment, { today }));
}

/** A document as its page was last seen. */
export function seen({ id, version }: At): At {
  return { id, version };
}
