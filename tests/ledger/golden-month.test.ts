import { beforeAll, describe, expect, it } from "vitest";
import { formatYuan } from "@/lib/core/money";
import { getOpening } from "@/lib/ledger/queries";
import { accountLedger } from "@/lib/ledger/reports/account-ledger";
import { generalLedger } from "@/lib/ledger/reports/general-ledger";
import { checkBalances, trialBalance } from "@/lib/ledger/reports/trial-balance";
import { read } from "@/lib/server/query";
import { closingVouchers, goldenMonth, seedGoldenMonth, seedLaterMonths } from "../../prisma/seed/ledger";
import { testDatabase } from "../support/test-database";
import { type Officers, openBooks } from "./books";

let school: Officers;

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  school = await openBooks(ownerUrl, "第一小学工会");
  await seedGoldenMonth(school);
});

const at = (month: string) => read(school.chair, trialBalance, { unionId: school.unionId, month });

/** Closing balances by account in yuan; credit balances carry a minus. */
async function closingOf(month: string): Promise<Record<string, string>> {
  const { rows } = await at(month);
  return Object.fromEntries(
    rows.map((row) => [row.code, formatYuan(row.closing.debitFen - row.closing.creditFen)]),
  );
}

describe("the golden month", () => {
  it("writes 记-0013 and 记-0014 as the paper has them", () => {
    expect(closingVouchers(goldenMonth, "2026-01-31").map((voucher) => voucher.rows)).toEqual([
      [
        ["405", "8,000.00"],
        ["32103", "", "8,000.00"],
        ["32103", "3,000.00"],
        ["50301", "", "3,000.00"],
      ],
      [
        ["401", "1,500.00"],
        ["402", "30,000.00"],
        ["408", "42.35"],
        ["32203", "", "31,542.35"],
        ["32203", "26,560.00"],
        ["50102", "", "6,500.00"],
        ["50105", "", "18,000.00"],
        ["50504", "", "260.00"],
        ["50702", "", "1,800.00"],
      ],
    ]);
  });

  it("ends January with every balance of the paper, to the fen", async () => {
    const closing = await closingOf("2026-01");
    expect(closing).toMatchObject({
      "101": "540.00",
      "102": "130,242.35",
      "162": "13,800.00",
      "163": "-4,191.67",
    });
    expect(closing).toMatchObject({
      "211": "0.00",
      "30104": "-9,608.33",
      "32103": "-5,000.00",
      "32104": "-10,000.00",
    });
    expect(closing).toMatchObject({ "32203": "-4,982.35", "32205": "-110,800.00" });
    for (const code of ["401", "402", "405", "408", "50102", "50105", "50301", "50504", "50702"]) {
      expect(closing[code]).toBe("0.00");
    }
  });

  it("adds up to 资产总计 140,390.68 and 净资产合计 140,390.68", async () => {
    const { rows, isBalanced } = await at("2026-01");
    const sum = (digit: string) =>
      rows
        .filter((row) => row.code.startsWith(digit))
        .reduce((total, row) => total + row.closing.debitFen - row.closing.creditFen, 0n);
    expect(formatYuan(sum("1"))).toBe("140,390.68");
    expect(formatYuan(sum("2"))).toBe("0.00");
    expect(formatYuan(-sum("3"))).toBe("140,390.68");
    expect(isBalanced).toBe(true);
  });

  it("shows 收入合计 39,542.35 and 支出合计 29,560.00 as the month's turnover before closing", async () => {
    const { rows } = await at("2026-01");
    const sum = (digit: string, side: "debitFen" | "creditFen") =>
      formatYuan(
        rows.filter((row) => row.code.startsWith(digit)).reduce((total, row) => total + row.month[side], 0n),
      );
    expect(sum("4", "creditFen")).toBe("39,542.35");
    expect(sum("5", "debitFen")).toBe("29,560.00");
  });

  it("numbers the fourteen vouchers in order and the kept sums agree with the raw lines", async () => {
    const book = await read(school.chair, accountLedger, {
      ...{ unionId: school.unionId, accountCode: "101", from: "2026-01", to: "2026-01" },
    });
    expect(
      book.rows.map((row) => [row.summary, row.number, formatYuan(row.amountFen), row.direction]),
    ).toEqual([
      ["期初余额", "", "800.00", "借"],
      ["购办公用品（现金）", "记-0008", "540.00", "借"],
      ["本日合计", "", "540.00", "借"],
      ["本月合计", "", "540.00", "借"],
      ["本年累计", "", "540.00", "借"],
    ]);
    expect(await read(school.chair, checkBalances, { unionId: school.unionId })).toEqual([]);
  });

  it("joins the details of an account in 总账 and in the ledger of its parent", async () => {
    const general = await read(school.chair, generalLedger, { unionId: school.unionId, month: "2026-01" });
    const activities = general.rows.find((row) => row.code === "501");
    expect(formatYuan(activities?.month.debitFen ?? 0n)).toBe("24,500.00");
    expect(activities?.balance.direction).toBe("平");
    const book = await read(school.chair, accountLedger, {
      ...{ unionId: school.unionId, accountCode: "501", from: "2026-01", to: "2026-01" },
    });
    expect(book.rows.filter((row) => row.kind === "entry")).toHaveLength(5);
    expect(book.rows.at(-1)).toMatchObject({ debitFen: 2_450_000n, creditFen: 2_450_000n, direction: "平" });
  });

  it("does not move its opening balances any more", async () => {
    const opening = await read(school.chair, getOpening, { unionId: school.unionId });
    expect(opening).toMatchObject({ isSettled: true, asOf: "2026-01-01" });
    expect(opening.rows).toHaveLength(7);
  });
});

describe("the months after it", () => {
  it("balance each by itself, with nothing left on income and expense", async () => {
    await seedLaterMonths(school);
    for (let month = 2; month <= 10; month += 1) {
      const { rows, isBalanced } = await at(`2026-${String(month).padStart(2, "0")}`);
      expect(isBalanced).toBe(true);
      const open = rows.filter(
        (row) => /^[45]/.test(row.code) && row.closing.debitFen !== row.closing.creditFen,
      );
      expect(open).toEqual([]);
      const fund = rows.find((row) => row.code === "30104")?.closing;
      const assets = rows.filter((row) => ["162", "163"].includes(row.code));
      const net = assets.reduce((sum, row) => sum + row.closing.debitFen - row.closing.creditFen, 0n);
      expect(fund?.creditFen).toBe(net);
    }
    expect(await read(school.chair, checkBalances, { unionId: school.unionId })).toEqual([]);
  });
});
