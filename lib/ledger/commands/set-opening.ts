import type { LedgerSide } from "@/generated/prisma/enums";
import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal, type RefusedField } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { formatYuan, parseYuan } from "@/lib/core/money";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { cashAccount } from "../model";
import { unionBooks } from "../queries";
import { openingInput } from "../schema";
import { refusing } from "./post-voucher";

/** One opening balance: a positive amount in fen on the side the account stands on. */
export type OpeningLine = { accountCode: string; side: LedgerSide; amountFen: bigint };

/**
 * Sets all opening balances of a union at the start of a day inside the caller's transaction; they must balance.
 * Refused once a voucher has been posted (also by the database, whose lock keeps a posting from passing by).
 */
export async function setOpeningIn(
  tx: Tx,
  opening: { unionId: number; asOf: string; lines: readonly OpeningLine[]; enteredById: bigint },
): Promise<{ old: OpeningLine[]; oldAsOf: string | null }> {
  const { unionId, asOf, lines, enteredById } = opening;
  await checkOpening(tx, unionId, lines);
  const old = await tx.openingBalance.findMany({
    where: { unionId },
    select: { accountCode: true, side: true, amountFen: true, asOf: true },
  });
  const drafts = await tx.voucher.findFirst({
    where: { unionId, voucherDate: { lt: toDbDate(asOf) } },
    select: { id: true },
  });
  if (drafts !== null) throw new Refusal("CONFLICT", `已有早于 ${asOf} 的凭证，请先改启用日期或删除这些凭证`);
  await refusing(async () => {
    await tx.openingBalance.deleteMany({ where: { unionId } });
    await tx.openingBalance.createMany({
      data: lines.map((line) => ({ ...line, unionId, asOf: toDbDate(asOf), enteredById })),
    });
    await tx.$executeRaw`
      insert into ledger_book (union_id, starts_on) values (${unionId}, ${asOf}::date)
      on conflict (union_id) do update set starts_on = excluded.starts_on`;
  });
  return {
    old: old.map(({ asOf: _, ...line }) => line),
    oldAsOf: old[0] ? fromDbDate(old[0].asOf) : null,
  };
}

async function checkOpening(tx: Tx, unionId: number, lines: readonly OpeningLine[]): Promise<void> {
  const union = await unionBooks(tx, unionId);
  const codes = lines.map((line) => line.accountCode);
  const accounts = await tx.ledgerAccount.findMany({
    where: { chart: union.chart, code: { in: codes }, isLeaf: true },
    select: { code: true },
  });
  const known = new Set(accounts.map((account) => account.code));
  const fields: RefusedField[] = lines.flatMap((line, index) => {
    const path = `lines.${index}.accountCode`;
    if (!known.has(line.accountCode))
      return [{ path, message: `科目 ${line.accountCode} 不是本单位账套的末级科目` }];
    if (codes.indexOf(line.accountCode) !== index)
      return [{ path, message: `科目 ${line.accountCode} 填了两次` }];
    if (line.accountCode === cashAccount && line.side === "CREDIT")
      return [{ path, message: "库存现金不能为贷方余额" }];
    return [];
  });
  if (fields[0]) throw new Refusal("INVALID", fields[0].message, fields);
  const net = lines.reduce(
    (sum, line) => sum + (line.side === "DEBIT" ? line.amountFen : -line.amountFen),
    0n,
  );
  if (net !== 0n)
    throw new Refusal(
      "INVALID",
      `期初余额借贷不平，借方${net > 0n ? "多" : "少"} ${formatYuan(net > 0n ? net : -net)} 元`,
    );
}

/** Sets the opening balances by hand. */
export const setOpeningBalances = defineCommand({
  name: "ledger.setOpeningBalances",
  label: "录入期初余额",
  permission: "ledger.enter",
  input: openingInput,
  async run(tx, { unionId, asOf, lines }, context) {
    context.requireUnion(unionId);
    if (asOf > context.today)
      throw new Refusal("INVALID", "启用日期不能晚于今天", [{ path: "asOf", message: "不能晚于今天" }]);
    const opening = openingLines(lines);
    const { old, oldAsOf } = await setOpeningIn(tx, {
      unionId,
      asOf,
      lines: opening,
      enteredById: context.personId(),
    });
    return {
      value: { unionId, count: opening.length },
      audit: {
        subject: `ledger_book:${unionId}`,
        unionId,
        detail: toJson({ old: { asOf: oldAsOf, lines: old }, new: { asOf, lines: opening } }),
      },
    };
  },
});

type TypedLine = { accountCode: string; debit?: string | undefined; credit?: string | undefined };

/** Rows as typed become balances; blank rows are nought and left out, a minus turns the side. */
function openingLines(rows: readonly TypedLine[]): OpeningLine[] {
  const fields: RefusedField[] = [];
  const lines = rows.flatMap((row, index): OpeningLine[] => {
    const [debit, credit] = [(row.debit ?? "").trim(), (row.credit ?? "").trim()];
    if (debit === "" && credit === "") return [];
    const cell = debit === "" ? "credit" : "debit";
    const amount = parseYuan(debit === "" ? credit : debit);
    if (debit !== "" && credit !== "")
      fields.push({ path: `lines.${index}.credit`, message: "一行只能填一方" });
    if (amount === null) fields.push({ path: `lines.${index}.${cell}`, message: "没有读出金额" });
    if (amount === null || amount === 0n) return [];
    const isDebit = (cell === "debit") === amount > 0n;
    return [
      {
        accountCode: row.accountCode,
        side: isDebit ? "DEBIT" : "CREDIT",
        amountFen: amount > 0n ? amount : -amount,
      },
    ];
  });
  if (fields[0]) throw new Refusal("INVALID", fields[0].message, fields);
  return lines;
}
