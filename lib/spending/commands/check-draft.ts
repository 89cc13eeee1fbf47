import { parseDate } from "@/lib/core/dates";
import { Refusal, type RefusedField } from "@/lib/core/errors";
import { parseYuan } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";
import { askedFacts } from "../facts";
import { accountOf } from "../facts/lines";
import { plainNumber } from "../facts/papers";
import type { DocumentRow } from "../reports/document";
import type { Draft, DraftLine } from "../schema";
import { isSpendingType } from "../types-of-spending";

/** A line as it is booked: amounts in fen. */
export type BookedLine = {
  name: string;
  accountCode: string;
  quantity: string | null;
  unitPriceFen: bigint | null;
  amountFen: bigint;
};

/** Refuses a draft that cannot be handed in yet, naming every field at once; answers its lines as they are booked. */
export async function checkDraftIn(
  tx: Tx,
  document: Pick<DocumentRow, "unionId" | "kind" | "union">,
  { draft, today }: { draft: Draft; today: string },
): Promise<BookedLine[]> {
  const fields: RefusedField[] = [...headFields(draft, today), ...answerFields(draft)];
  const lines: BookedLine[] = [];
  for (const [index, line] of draft.lines.entries()) {
    const read = readLine(draft, line);
    if ("message" in read) fields.push({ path: `draft.lines.${index}.${read.cell}`, message: read.message });
    else lines.push(read);
  }
  if (draft.lines.length === 0) fields.push({ path: "draft.lines", message: "请至少填一行明细" });
  fields.push(...(await accountFields(tx, document, lines)));
  fields.push(...(await personFields(tx, document.unionId, draft)));
  fields.push(...(await requestFields(tx, document.unionId, draft)));
  const [first] = fields;
  if (first === undefined) return lines;
  const text = fields.length === 1 ? first.message : `有 ${fields.length} 处需要改正：${first.message} 等`;
  throw new Refusal("INVALID", text, fields);
}

function headFields(draft: Draft, today: string): RefusedField[] {
  const fields: RefusedField[] = [];
  const need = (path: string, isThere: boolean, message: string) => {
    if (!isThere) fields.push({ path: `draft.${path}`, message });
  };
  const day = parseDate(draft.occurredOn);
  need("type", isSpendingType(draft.type), "请选择支出类型");
  need("title", draft.title.trim().length >= 2, "请写明事由");
  need("occurredOn", day !== null, "请填写日期，如 2026-03-12");
  if (draft.kind === "CLAIM") {
    need("occurredOn", day === null || day <= today, "报销单的发生日期不能晚于今天；尚未发生的请填事前申请");
    need("payeeName", draft.payeeName.trim() !== "", "请填写收款单位或收款人");
    need("paymentMethod", draft.paymentMethod !== "", "请选择付款方式");
  }
  need("claimantId", draft.claimantId !== "", "请选择经办人");
  need(
    "witnessId",
    draft.witnessId === "" || draft.witnessId !== draft.claimantId,
    "证明人不能是经办人本人（F23）",
  );
  for (const [index, person] of draft.people.entries()) {
    need(`people.${index}.amount`, person.amount.trim() === "" || isAmount(person.amount), "金额没有读出");
  }
  const twice = draft.people.findIndex(({ workerId }, index) =>
    draft.people.slice(0, index).some((other) => other.workerId === workerId),
  );
  need(`people.${twice}.workerId`, twice < 0, "名单中有重复的人");
  const numbers = draft.invoices.map((invoice) => plainNumber(invoice.number));
  for (const [index, invoice] of draft.invoices.entries()) {
    const number = numbers[index] ?? "";
    const isNumbered = invoice.kind === "NONE" || invoice.kind === "" || number !== "";
    need(`invoices.${index}.number`, isNumbered, "请填写发票号码");
    need(`invoices.${index}.number`, isPlainlyWritten(invoice.number), "发票号码只能有数字和英文字母");
    need(
      `invoices.${index}.number`,
      number === "" || numbers.indexOf(number) === index,
      "发票号码重复（F28）",
    );
  }
  return fields;
}

/** Letters of other scripts look like Latin ones and would hide that a number is in use (F28). */
function isPlainlyWritten(number: string): boolean {
  return !/(?![A-Z\p{Script=Han}])\p{L}/u.test(number.normalize("NFKC").toUpperCase());
}

function isAmount(text: string): boolean {
  const amount = parseYuan(text);
  return amount !== null && amount >= 0n;
}

/** What a form asks must be readable where it is filled in; left blank it is 待补, not a mistake. */
function answerFields(draft: Draft): RefusedField[] {
  return askedFacts(draft.type).flatMap((fact) => {
    const text = (draft.answers[fact.id] ?? "").trim();
    if (text === "" || fact.parse(text) !== null) return [];
    return [{ path: `draft.answers.${fact.id}`, message: `“${fact.label}”没有读懂，请填${fact.hint}` }];
  });
}

function readLine(draft: Draft, line: DraftLine): BookedLine | { cell: keyof DraftLine; message: string } {
  const amountFen = parseYuan(line.amount);
  if (line.name.trim() === "") return { cell: "name", message: "请填写内容" };
  if (amountFen === null || amountFen <= 0n) {
    return { cell: "amount", message: "请填写金额（元），须大于零，最多两位小数" };
  }
  const unitPriceFen = line.unitPrice.trim() === "" ? null : parseYuan(line.unitPrice);
  if (line.unitPrice.trim() !== "" && (unitPriceFen === null || unitPriceFen < 0n)) {
    return { cell: "unitPrice", message: "单价没有读出" };
  }
  const quantity = line.quantity.trim() === "" ? null : quantityOf(line.quantity);
  if (line.quantity.trim() !== "" && quantity === null) return { cell: "quantity", message: "数量没有读出" };
  if (quantity !== null && unitPriceFen !== null) {
    const exact = unitPriceFen * quantity.thousandths;
    // Shops round a line to the fen; more than that is a slip of the pen.
    const gap = exact - amountFen * 1_000n;
    if (gap >= 1_000n || gap <= -1_000n) return { cell: "amount", message: "数量 × 单价与金额不符" };
  }
  const accountCode = accountOf(draft, line);
  return { name: line.name.trim(), accountCode, quantity: quantity?.text ?? null, unitPriceFen, amountFen };
}

function quantityOf(text: string): { text: string; thousandths: bigint } | null {
  const match = /^(\d{1,9})(?:\.(\d{1,3}))?$/u.exec(text.normalize("NFKC").trim());
  if (match === null) return null;
  const decimals = (match[2] ?? "").padEnd(3, "0");
  return { text: `${match[1]}.${decimals}`, thousandths: BigInt(`${match[1]}${decimals}`) };
}

async function accountFields(
  tx: Tx,
  { union }: Pick<DocumentRow, "union">,
  lines: readonly BookedLine[],
): Promise<RefusedField[]> {
  const known = await tx.ledgerAccount.findMany({
    where: {
      chart: union.level === "DISTRICT" ? "DISTRICT" : "GRASSROOTS",
      code: { in: [...new Set(lines.map((line) => line.accountCode))] },
      isLeaf: true,
    },
    select: { code: true },
  });
  const codes = new Set(known.map((account) => account.code));
  return lines.flatMap((line, index) =>
    codes.has(line.accountCode) && line.accountCode.startsWith("5")
      ? []
      : [
          {
            path: `draft.lines.${index}.accountCode`,
            message: `“${line.accountCode}”不是本单位账套的末级支出科目`,
          },
        ],
  );
}

/** The 经办人 belongs to the union, by a duty or by the register; the people of the list stand in its register. */
async function personFields(tx: Tx, unionId: number, draft: Draft): Promise<RefusedField[]> {
  const fields: RefusedField[] = [];
  for (const part of ["claimantId", "witnessId"] as const) {
    if (draft[part] === "" || (await isOfUnion(tx, unionId, BigInt(draft[part])))) continue;
    fields.push({ path: `draft.${part}`, message: "此人不在本工会的岗位或会员名册中" });
  }
  if (draft.people.length === 0) return fields;
  const ids = draft.people.map((person) => BigInt(person.workerId));
  const found = await tx.worker.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(found.map((worker) => worker.id.toString()));
  for (const [index, { workerId }] of draft.people.entries()) {
    if (known.has(workerId)) continue;
    fields.push({ path: `draft.people.${index}.workerId`, message: "此人不在会员名册中" });
  }
  return fields;
}

/** Whether a person belongs to a union: by a running duty there, or by its register. */
export async function isOfUnion(tx: Tx, unionId: number, personId: bigint): Promise<boolean> {
  const grant = await tx.roleGrant.findFirst({
    where: { unionId, personId, revokedAt: null },
    select: { id: true },
  });
  if (grant !== null) return true;
  const worker = await tx.worker.findFirst({ where: { unionId, personId }, select: { id: true } });
  return worker !== null;
}

async function requestFields(tx: Tx, unionId: number, draft: Draft): Promise<RefusedField[]> {
  if (draft.requestId === "" || draft.kind === "REQUEST") return [];
  const request = await tx.spendingDocument.findFirst({
    where: { id: BigInt(draft.requestId), unionId, kind: "REQUEST", state: "APPROVED" },
    select: { id: true },
  });
  return request === null ? [{ path: "draft.requestId", message: "只能关联已批准的事前申请" }] : [];
}
