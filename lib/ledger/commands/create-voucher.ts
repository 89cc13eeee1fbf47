import type { VoucherKind } from "@/generated/prisma/enums";
import { monthOf, toDbDate } from "@/lib/core/dates";
import { Refusal, type RefusedField } from "@/lib/core/errors";
import { formatYuan } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";
import { chartOf, type EntryLine, imbalanceOf, periodRefusal, sumsOf } from "../model";

/** A voucher as it is written: a day "YYYY-MM-DD", its entries in fen, who made it. */
export type NewVoucher = {
  unionId: number;
  voucherDate: string;
  kind: VoucherKind;
  attachmentCount: number;
  makerId: bigint;
  state: "DRAFT" | "SUBMITTED";
  lines: readonly EntryLine[];
  cashierId?: bigint | null;
  documentId?: bigint | null;
  reversesId?: bigint | null;
};

/**
 * Writes a voucher as a draft or handed in for review, inside the caller's transaction; other modules post through it.
 * Refuses accounts that are no leaf of the union's chart, months that take nothing, and what F33 asks for.
 */
export async function createVoucherIn(tx: Tx, voucher: NewVoucher): Promise<{ id: bigint; version: number }> {
  await checkAgainstBooks(tx, voucher);
  if (voucher.state === "SUBMITTED") checkComplete(voucher);
  const rows = await tx.$queryRaw<{ id: bigint; version: number }[]>`
    with v as (
      insert into voucher (union_id, month, voucher_date, kind, state, summary, attachment_count, maker_id, cashier_id, document_id, reverses_id)
      values (${voucher.unionId}, ${monthOf(voucher.voucherDate)}, ${voucher.voucherDate}::date, ${voucher.kind}::voucher_kind,
              ${voucher.state}::voucher_state, ${voucher.lines[0]?.summary ?? ""}, ${voucher.attachmentCount}, ${voucher.makerId},
              ${voucher.cashierId ?? null}, ${voucher.documentId ?? null}, ${voucher.reversesId ?? null})
      returning id, version),
    l as (
      insert into ledger_line (voucher_id, union_id, line_number, summary, account_code, side, amount_fen, is_red)
      select v.id, ${voucher.unionId}, line.* from v, jsonb_to_recordset(${linesAsJson(voucher.lines)}::jsonb)
        as line(line_number int, summary text, account_code text, side ledger_side, amount_fen bigint, is_red boolean))
    select id, version from v`;
  const created = rows[0];
  if (created === undefined) throw new Error("an inserted voucher was not returned");
  return created;
}

function linesAsJson(lines: readonly EntryLine[]): string {
  return JSON.stringify(
    lines.map((line, index) => ({
      line_number: index + 1,
      summary: line.summary,
      account_code: line.accountCode,
      side: line.side,
      // As text: a JSON number would pass through a float.
      amount_fen: line.amountFen.toString(),
      is_red: line.isRed,
    })),
  );
}

/** Replaces the lines of a draft; the caller has already changed the voucher row itself. */
export async function replaceLinesIn(
  tx: Tx,
  voucher: { id: bigint; unionId: number; lines: readonly EntryLine[] },
): Promise<void> {
  await tx.ledgerLine.deleteMany({ where: { voucherId: voucher.id } });
  await tx.ledgerLine.createMany({
    data: voucher.lines.map((line, index) => ({
      voucherId: voucher.id,
      unionId: voucher.unionId,
      lineNumber: index + 1,
      ...line,
    })),
  });
}

/** Refuses entries on accounts outside the union's chart and months that are paused or closed. */
export async function checkAgainstBooks(
  tx: Tx,
  voucher: Pick<NewVoucher, "unionId" | "voucherDate" | "lines">,
): Promise<void> {
  const month = monthOf(voucher.voucherDate);
  const union = await tx.tradeUnion.findUnique({ where: { id: voucher.unionId }, select: { level: true } });
  if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
  const codes = [...new Set(voucher.lines.map((line) => line.accountCode))];
  const chart = chartOf(union.level);
  const accounts = await tx.ledgerAccount.findMany({
    where: { chart, code: { in: codes }, isLeaf: true },
    select: { code: true },
  });
  const period = await tx.ledgerPeriod.findFirst({
    where: { unionId: voucher.unionId, OR: [{ month }, { month: { gt: month }, state: "CLOSED" }] },
    select: { month: true, state: true },
    orderBy: { month: "asc" },
  });
  const book = await tx.ledgerBook.findUnique({
    where: { unionId: voucher.unionId },
    select: { startsOn: true },
  });
  const refusal = periodRefusal(
    month,
    period?.month === month ? period.state : period === null ? "OPEN" : "CLOSED",
  );
  if (refusal !== null) throw refusal;
  if (book?.startsOn && toDbDate(voucher.voucherDate) < book.startsOn) {
    throw new Refusal("INVALID", "日期早于本单位账簿启用日", [
      { path: "voucherDate", message: "早于本单位账簿启用日" },
    ]);
  }
  const known = new Set(accounts.map((account) => account.code));
  const fields = voucher.lines.flatMap((line, index) =>
    known.has(line.accountCode)
      ? []
      : [{ path: `lines.${index}.accountCode`, message: foreignAccount(line.accountCode, chart) }],
  );
  if (fields[0]) throw new Refusal("INVALID", fields[0].message, fields);
}

function foreignAccount(code: string, chart: "GRASSROOTS" | "DISTRICT"): string {
  if (chart === "DISTRICT" && code.startsWith("501"))
    return `科目 ${code} 只用于基层工会，区总工会请用 502 职工活动组织支出`;
  if (chart === "GRASSROOTS" && code.startsWith("502"))
    return `科目 ${code} 只用于县级以上工会，基层工会请用 501 职工活动支出`;
  return `科目 ${code} 不是本单位账套的末级科目`;
}

/** Refuses to hand in what does not balance or lacks its papers (F33 借贷平衡与分录完整); names the row. */
export function checkComplete(voucher: Pick<NewVoucher, "kind" | "attachmentCount" | "lines">): void {
  const fields: RefusedField[] = [];
  const gap = imbalanceOf(voucher.lines);
  const { debitFen, creditFen } = sumsOf(voucher.lines);
  if (gap !== 0n) {
    const size = formatYuan(gap < 0n ? -gap : gap);
    const last = voucher.lines.length - 1;
    const cell = voucher.lines[last]?.side === "DEBIT" ? "debit" : "credit";
    fields.push({
      path: `lines.${last}.${cell}`,
      message: `借方 ${formatYuan(debitFen)} ≠ 贷方 ${formatYuan(creditFen)}，差额 ${size} 元（F33）`,
    });
  } else if (voucher.lines.length < 2 || debitFen === 0n) {
    fields.push({ path: "lines.0.debit", message: "凭证至少有一借一贷，且金额不为零（F33）" });
  }
  if (voucher.kind === "GENERAL" && voucher.attachmentCount < 1) {
    fields.push({ path: "attachmentCount", message: "请填附单据数；只有结账和更正凭证可以没有附件（F33）" });
  }
  const first = fields[0];
  if (first === undefined) return;
  throw new Refusal(
    "INVALID",
    fields.length === 1 ? first.message : `有 ${fields.length} 处需要改正`,
    fields,
  );
}
