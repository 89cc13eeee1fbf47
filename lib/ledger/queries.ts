import type { Prisma } from "@/generated/prisma/client";
import type { VoucherState } from "@/generated/prisma/enums";
import { fromDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { parseYuan } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { chartOf, voucherNumber } from "./model";
import { listVouchersInput, unionInput, voucherInput } from "./schema";

const rowColumns = {
  id: true,
  voucherDate: true,
  month: true,
  number: true,
  kind: true,
  state: true,
  summary: true,
  attachmentCount: true,
  makerId: true,
  returnReason: true,
  reversesId: true,
  reversedBy: { select: { id: true, state: true } },
  lines: { select: { side: true, amountFen: true, isRed: true } },
} satisfies Prisma.VoucherSelect;

/** Vouchers of one union by filter, newest first, with counts per step, the number found and their total in fen. */
export const listVouchers = defineQuery({
  name: "ledger.listVouchers",
  label: "凭证列表",
  permission: "ledger.view",
  input: listVouchersInput,
  async run(tx, input, context) {
    context.requireUnion(input.unionId);
    const filter = vouchersWhere(input);
    const inState = input.state === undefined ? filter : { ...filter, state: input.state };
    const [rows, counts, total] = [
      await tx.voucher.findMany({
        where: { ...inState, ...(input.cursor === undefined ? {} : { id: { lt: BigInt(input.cursor) } }) },
        select: rowColumns,
        orderBy: { id: "desc" },
        take: input.take + 1,
      }),
      await tx.voucher.groupBy({ by: ["state"], where: filter, _count: { _all: true } }),
      await tx.ledgerLine.groupBy({
        by: ["isRed"],
        where: { side: "DEBIT", voucher: inState },
        _sum: { amountFen: true },
      }),
    ];
    const shown = rows.slice(0, input.take);
    const names = await namesOf(
      tx,
      shown.map((row) => row.makerId),
    );
    const countOf = (state: VoucherState) => counts.find((row) => row.state === state)?._count._all ?? 0;
    return {
      rows: shown.map(({ lines, makerId, voucherDate, number, ...row }) => ({
        ...row,
        voucherDate: fromDbDate(voucherDate),
        number: number === null ? null : voucherNumber(number),
        maker: names.get(makerId) ?? "",
        amountFen: lines.reduce(
          (sum, line) =>
            line.side === "DEBIT" ? sum + (line.isRed ? -line.amountFen : line.amountFen) : sum,
          0n,
        ),
      })),
      nextCursor: rows.length > input.take ? (shown.at(-1)?.id.toString() ?? null) : null,
      counts: {
        DRAFT: countOf("DRAFT"),
        SUBMITTED: countOf("SUBMITTED"),
        REVIEWED: countOf("REVIEWED"),
        POSTED: countOf("POSTED"),
      },
      totalFen: total.reduce((sum, row) => sum + (row.isRed ? -1n : 1n) * (row._sum.amountFen ?? 0n), 0n),
    };
  },
});

type ListFilter = {
  unionId: number;
  month?: string | undefined;
  text?: string | undefined;
  accountCode?: string | undefined;
};

/** Filters of the list as a condition: `记-0012` finds a number, `>=1000` an amount of a line, anything else a summary. */
export function vouchersWhere({ unionId, month, text, accountCode }: ListFilter): Prisma.VoucherWhereInput {
  const number = /^记-?(\d{1,6})$/u.exec(text ?? "");
  const amount = /^([<>])=?\s*([\d,.]+)$/u.exec(text ?? "");
  const bound = parseYuan(amount?.[2] ?? "");
  const line: Prisma.LedgerLineWhereInput = {
    ...(accountCode === undefined ? {} : { accountCode: { startsWith: accountCode } }),
    ...(amount === null || bound === null
      ? {}
      : { amountFen: amount[1] === ">" ? { gte: bound } : { lte: bound } }),
  };
  return {
    unionId,
    ...(month === undefined ? {} : { month }),
    ...(number === null ? {} : { number: Number(number[1]) }),
    ...(text === undefined || text === "" || number !== null || amount !== null
      ? {}
      : { OR: [{ summary: { contains: text } }, { lines: { some: { summary: { contains: text } } } }] }),
    ...(Object.keys(line).length === 0 ? {} : { lines: { some: line } }),
  };
}

/** The names of persons by id, for showing who did what. */
export async function namesOf(tx: Tx, ids: readonly (bigint | null)[]): Promise<ReadonlyMap<bigint, string>> {
  const wanted = [...new Set(ids.filter((id): id is bigint => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** One voucher with its entries, its people, its links and what it may become. */
export const getVoucher = defineQuery({
  name: "ledger.getVoucher",
  label: "查看凭证",
  permission: "ledger.view",
  input: voucherInput,
  run: (tx, { voucherId }) => voucherSheet(tx, voucherId),
});

/** As `getVoucher`, for printing inside another read. */
export async function voucherSheet(tx: Tx, voucherId: bigint) {
  const voucher = await tx.voucher.findUnique({
    where: { id: voucherId },
    select: {
      ...rowColumns,
      version: true,
      unionId: true,
      reviewerId: true,
      reviewedAt: true,
      posterId: true,
      postedAt: true,
      cashierId: true,
      returnedById: true,
      returnedAt: true,
      exportedAt: true,
      documentId: true,
      createdAt: true,
      reverses: { select: { id: true, number: true, voucherDate: true } },
      reversedBy: { select: { id: true, number: true, state: true } },
      lines: {
        select: {
          lineNumber: true,
          summary: true,
          accountCode: true,
          side: true,
          amountFen: true,
          isRed: true,
        },
        orderBy: { lineNumber: "asc" },
      },
    },
  });
  if (voucher === null) throw new Refusal("NOT_FOUND", "未找到该凭证，或您没有权限");
  const union = await unionBooks(tx, voucher.unionId);
  const { makerId, reviewerId, posterId, cashierId, returnedById } = voucher;
  const names = await namesOf(tx, [makerId, reviewerId, posterId, cashierId, returnedById]);
  const accounts = await tx.ledgerAccount.findMany({
    where: { chart: union.chart, code: { in: voucher.lines.map((line) => line.accountCode) } },
    select: { code: true, fullName: true },
  });
  const fullNames = new Map(accounts.map((account) => [account.code, account.fullName]));
  const nameOf = (id: bigint | null) => (id === null ? null : (names.get(id) ?? ""));
  return {
    ...voucher,
    voucherDate: fromDbDate(voucher.voucherDate),
    number: voucher.number === null ? null : voucherNumber(voucher.number),
    union,
    maker: nameOf(makerId),
    reviewer: nameOf(reviewerId),
    poster: nameOf(posterId),
    cashier: nameOf(cashierId),
    returnedBy: nameOf(returnedById),
    lines: voucher.lines.map((line) => ({ ...line, accountName: fullNames.get(line.accountCode) ?? "" })),
    reverses: voucher.reverses && {
      id: voucher.reverses.id,
      number: voucherNumber(voucher.reverses.number ?? 0),
      voucherDate: fromDbDate(voucher.reverses.voucherDate),
    },
    reversedBy: voucher.reversedBy && {
      id: voucher.reversedBy.id,
      state: voucher.reversedBy.state,
      number: voucher.reversedBy.number === null ? null : voucherNumber(voucher.reversedBy.number),
    },
  };
}

/** Everything a page or a print shows of one voucher. */
export type VoucherSheet = Awaited<ReturnType<typeof voucherSheet>>;

/** The accounts a union may enter on, by code, with what the search finds them by. */
export const listAccounts = defineQuery({
  name: "ledger.listAccounts",
  label: "会计科目",
  permission: "ledger.view",
  input: unionInput,
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    const accounts = await tx.ledgerAccount.findMany({
      where: { chart: union.chart },
      select: {
        code: true,
        name: true,
        fullName: true,
        parentCode: true,
        side: true,
        isLeaf: true,
        initials: true,
        aliases: true,
      },
      orderBy: { code: "asc" },
    });
    return { union, accounts };
  },
});

/** A union as its books see it: chart, where the books are, from which day ("YYYY-MM-DD" or null). */
export async function unionBooks(tx: Tx, unionId: number) {
  const union = await tx.tradeUnion.findUnique({
    where: { id: unionId },
    select: { id: true, name: true, level: true, booksIn: true },
  });
  if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
  const book = await tx.ledgerBook.findUnique({ where: { unionId }, select: { startsOn: true } });
  const startsOn = book?.startsOn ? fromDbDate(book.startsOn) : null;
  return { ...union, chart: chartOf(union.level), startsOn };
}

/** The months of a union's books with their state and last number, newest first. */
export const listPeriods = defineQuery({
  name: "ledger.listPeriods",
  label: "会计期间",
  permission: "ledger.view",
  input: unionInput,
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    return tx.ledgerPeriod.findMany({
      where: { unionId },
      select: { month: true, state: true, lastNumber: true },
      orderBy: { month: "desc" },
    });
  },
});

/** The opening balances of a union and whether they may still be set. */
export const getOpening = defineQuery({
  name: "ledger.getOpening",
  label: "期初余额",
  permission: "ledger.view",
  input: unionInput,
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const union = await unionBooks(tx, unionId);
    const rows = await tx.openingBalance.findMany({
      where: { unionId },
      select: { accountCode: true, asOf: true, side: true, amountFen: true },
      orderBy: { accountCode: "asc" },
    });
    const posted = await tx.ledgerPeriod.findFirst({
      where: { unionId, lastNumber: { gt: 0 } },
      select: { month: true },
    });
    const facts = await tx.openingFact.findMany({
      where: { unionId },
      select: { id: true, year: true, code: true, label: true, amountFen: true, count: true, date: true },
      orderBy: [{ year: "asc" }, { code: "asc" }, { id: "asc" }],
    });
    return {
      union,
      isSettled: posted !== null,
      asOf: rows[0] ? fromDbDate(rows[0].asOf) : union.startsOn,
      rows: rows.map(({ asOf: _, ...row }) => row),
      facts: facts.map(({ date, ...fact }) => ({ ...fact, date: date && fromDbDate(date) })),
    };
  },
});
