import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildWorkbook, readWorkbook } from "@/lib/exchange/sheet";
import { importOpening } from "@/lib/ledger/commands/import-opening";
import { getOpening } from "@/lib/ledger/queries";
import { openingTemplate } from "@/lib/ledger/reports/opening-template";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { read } from "@/lib/server/query";
import { testDatabase } from "../support/test-database";
import { type Officers, openBooks, postedVoucher, voucherOf } from "./books";

const sample = readFileSync(path.join(import.meta.dirname, "../fixtures/spending-list-2026.xlsx"));

let hospital: Officers;

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  hospital = await openBooks(ownerUrl, "区医院工会");
});

const load = async (bytes: Uint8Array, { bookkeeper, unionId } = hospital) => {
  const ticket = await ticketFor(bookkeeper, bytes);
  const input = { unionId, asOf: "2026-01-01", fileName: "支出明细.xlsx", ticket };
  return runCommand(importOpening, bookkeeper, input);
};

async function ticketFor({ accountId }: Actor, bytes: Uint8Array): Promise<string> {
  return uploadTicket(accountId ?? 0n, await storeFile(bytes, "支出明细.xlsx"));
}

const sheet = (rows: (string | null)[][], head = ["项目", "内容"]) =>
  buildWorkbook([{ name: "单位情况", columns: head.map((title) => ({ title })), rows }]);

describe("importing the first sheet of the hospital's list", () => {
  it("sets the opening balances and the figures of the year, twice the same", async () => {
    for (const _ of [1, 2]) {
      expect(await load(sample)).toMatchObject({ openings: 3, facts: 5, skipped: [] });
      const opening = await read(hospital.chair, getOpening, { unionId: hospital.unionId });
      expect(opening.rows).toEqual([
        { accountCode: "101", side: "DEBIT", amountFen: 80_000n },
        { accountCode: "102", side: "DEBIT", amountFen: 28_650_000n },
        { accountCode: "32205", side: "CREDIT", amountFen: 28_730_000n },
      ]);
      expect(opening.facts.map(({ code, amountFen, count, date }) => [code, amountFen, count, date])).toEqual(
        [
          ["BUDGET_INCOME", 22_000_000n, null, null],
          ["CLOTHING", null, 12, "2023-04-10"],
          ["MEAL_STANDARD", 4_000n, null, null],
          ["MEMBERS", null, 126, null],
          ["TRAVEL_MEAL", 10_000n, null, null],
        ],
      );
    }
  });

  it("refuses another union's file, unreadable amounts, unknown accounts and unbalanced lists", async () => {
    await expect(load(await sheet([["单位", "妇幼保健院工会"]]))).rejects.toThrow("文件是“妇幼保健院工会”的");
    await expect(load(await sheet([["期初 101 库存现金", "八百"]]))).rejects.toThrow(
      "第 2 行的金额“八百”没有读出",
    );
    await expect(load(await sheet([["期初 999 不存在", "1"]]))).rejects.toThrow("科目 999 不在本单位账套中");
    await expect(load(await sheet([["期初 101 库存现金", "1"]]))).rejects.toThrow("期初余额借贷不平");
    await expect(load(await sheet([["甲", "乙"]], ["甲", "乙"]))).rejects.toThrow(
      "没有找到“项目、内容”两列的表",
    );
  });

  it("takes no file that somebody else uploaded, nor one whose ticket was changed", async () => {
    const ticket = await ticketFor(hospital.chair, sample);
    const input = { unionId: hospital.unionId, asOf: "2026-01-01", fileName: "支出明细.xlsx" };
    for (const wrong of [ticket, `${ticket}x`, "", "bm90IGEgd29ya2Jvb2s="]) {
      await expect(
        runCommand(importOpening, hospital.bookkeeper, { ...input, ticket: wrong }),
      ).rejects.toThrow("附件已过期");
    }
  });

  it("takes its own template back, names the rows it did not take, and stops after the first posting", async () => {
    const books = await openBooks(process.env["DATABASE_URL"] ?? "", "模板工会");
    const template = await openingTemplate({ name: "模板工会" }, [
      { accountCode: "101", side: "DEBIT", amountFen: 123_450n },
      { accountCode: "32205", side: "CREDIT", amountFen: 123_450n },
    ]);
    const { sheets } = await readWorkbook(template);
    expect(sheets[0]?.rows.length).toBeGreaterThan(10);
    expect(await load(template, books)).toMatchObject({ openings: 2, facts: 0 });
    const extra = await sheet([
      ["本年已支 节日慰问", "1,234.5"],
      ["天气", "晴"],
    ]);
    expect(await load(extra, books)).toMatchObject({
      openings: 0,
      facts: 1,
      skipped: ["第 3 行“天气”没有导入"],
    });
    await postedVoucher(
      books,
      voucherOf(books.unionId, "2026-01-05", [
        ["102", "1"],
        ["401", "", "1"],
      ]),
    );
    await expect(load(template, books)).rejects.toThrow("期初余额不能再改");
  });
});
