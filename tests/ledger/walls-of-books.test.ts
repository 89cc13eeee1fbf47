import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { setOpeningBalances } from "@/lib/ledger/commands/set-opening";
import { checkBalances } from "@/lib/ledger/reports/trial-balance";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";
import { type Officers, openBooks, postedVoucher, reviewedVoucher, voucherOf } from "./books";

let database: TestDatabase;
let school: Officers;
let posted: string;

beforeAll(async () => {
  database = await testDatabase();
  school = await openBooks(database.ownerUrl, "第一小学工会");
  const dues = voucherOf(school.unionId, "2026-01-05", [
    ["102", "100"],
    ["401", "", "100"],
  ]);
  posted = (await postedVoucher(school, dues)).voucherId;
});

/** Statements as the web role inside a scope of its own unions, in one transaction. */
async function asWeb(...statements: string[]): Promise<unknown> {
  const client = new pg.Client({ connectionString: database.webUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(
      `select set_config('app.unions', '{${school.unionId}}', true), set_config('role', 'portal_scoped', true)`,
    );
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end();
  }
}

const refused = (statement: string, ...more: string[]) =>
  expect(asWeb(statement, ...more)).resolves.toMatchObject({ code: expect.stringMatching(/^(LG|42501|23)/) });

describe("the books, written to by hand as the web role", () => {
  it("do not let a posted voucher or its lines be changed or deleted", async () => {
    await refused(`update voucher set summary = '另' where id = ${posted}`);
    await refused(`update voucher set state = 'REVIEWED', number = null where id = ${posted}`);
    await refused(`delete from voucher where id = ${posted}`);
    await refused(`update ledger_line set amount_fen = 1 where voucher_id = ${posted}`);
    await refused(`delete from ledger_line where voucher_id = ${posted}`);
    await refused(
      `insert into ledger_line (voucher_id, union_id, line_number, summary, account_code, side, amount_fen)
       values (${posted}, ${school.unionId}, 9, '加', '102', 'DEBIT', 1)`,
    );
    await refused("truncate ledger_line");
  });

  it("do not let kept sums, numbers or cash be written outside a posting", async () => {
    await refused("update period_balance set debit_fen = debit_fen + 1");
    await refused("delete from period_balance");
    await refused("update ledger_period set last_number = last_number + 1");
    await refused(
      `insert into ledger_period (union_id, month, last_number) values (${school.unionId}, '2026-09', 5)`,
    );
    await refused(
      `insert into cash_day (union_id, date, debit_fen) values (${school.unionId}, '2026-09-01', 5)`,
    );
  });

  it("take nothing as posted that was not written through the steps", async () => {
    const person = school.bookkeeper.personId;
    await refused(
      `insert into voucher (union_id, month, voucher_date, summary, attachment_count, maker_id, state, number)
       values (${school.unionId}, '2026-01', '2026-01-09', '直接记账', 1, ${person}, 'POSTED', 2)`,
    );
    const waiting = await reviewedVoucher(
      school,
      voucherOf(school.unionId, "2026-01-09", [
        ["102", "1"],
        ["401", "", "1"],
      ]),
    );
    const id = waiting.voucherId;
    await refused(`update voucher set summary = '改' where id = ${id}`);
    await refused(`update voucher set state = 'POSTED' where id = ${id}`);
    await refused(`update voucher set state = 'DRAFT', reviewer_id = null, summary = '改' where id = ${id}`);
    await refused(`update ledger_line set amount_fen = 5 where voucher_id = ${id}`);
    await refused(`update voucher set reviewer_id = maker_id where id = ${id}`);
  });

  it("give the next number also when somebody writes another one beside it", async () => {
    const waiting = await reviewedVoucher(
      school,
      voucherOf(school.unionId, "2026-01-10", [
        ["102", "1"],
        ["401", "", "1"],
      ]),
    );
    await asWeb(
      `update voucher set state = 'POSTED', poster_id = ${school.bookkeeper.personId}, number = 77 where id = ${waiting.voucherId}`,
    );
    const [row] = await asOwner<{ number: number }>(
      database.ownerUrl,
      "select number from voucher where id = $1",
      [waiting.voucherId],
    );
    expect(row?.number).toBe(2);
    expect(await read(school.chair, checkBalances, { unionId: school.unionId })).toEqual([]);
  });
});

describe("the books, written to by the owner", () => {
  it("refuse change, deletion and truncation too", async () => {
    const tryAs = (sql: string) => asOwner(database.ownerUrl, sql);
    await expect(tryAs(`update voucher set summary = '另' where id = ${posted}`)).rejects.toThrow("LG010");
    await expect(tryAs(`delete from ledger_line where voucher_id = ${posted}`)).rejects.toThrow("LG010");
    await expect(tryAs("truncate voucher cascade")).rejects.toThrow("append-only");
    await expect(tryAs("truncate period_balance")).rejects.toThrow("append-only");
    await expect(tryAs("delete from ledger_period")).rejects.toThrow("append-only");
  });

  it("show at once when a kept sum was forced past the walls", async () => {
    await asOwner(
      database.ownerUrl,
      `alter table period_balance disable trigger guard;
       update period_balance set debit_fen = debit_fen + 1 where account_code = '102';
       alter table period_balance enable trigger guard`,
    );
    expect(await read(school.chair, checkBalances, { unionId: school.unionId })).toMatchObject([
      { month: "2026-01", accountCode: "102" },
    ]);
  });
});

describe("opening balances", () => {
  const opening = (unionId: number, rows: readonly (readonly [string, string, string?])[]) => ({
    ...{ unionId, asOf: "2026-03-15" },
    lines: rows.map(([accountCode, debit, credit = ""]) => ({ accountCode, debit, credit })),
  });

  it("start on any day, must balance to the fen, and stand still after the first posting", async () => {
    const books = await openBooks(database.ownerUrl, "中途启用工会");
    const set = (rows: readonly (readonly [string, string, string?])[]) =>
      runCommand(setOpeningBalances, books.bookkeeper, opening(books.unionId, rows));
    await expect(
      set([
        ["101", "800"],
        ["32205", "", "800.01"],
      ]),
    ).rejects.toThrow("期初余额借贷不平，借方少 0.01 元");
    await expect(set([["101", "", "1"]])).rejects.toThrow("库存现金不能为贷方余额");
    await expect(set([["322", "", "1"]])).rejects.toThrow("不是本单位账套的末级科目");
    await set([
      ["101", "900"],
      ["32205", "", "900"],
    ]);
    await set([
      ["101", "800"],
      ["32205", "", "800"],
    ]);
    const spend = (date: string, amount: string) =>
      voucherOf(books.unionId, date, [
        ["50504", amount],
        ["101", "", amount],
      ]);
    await expect(postedVoucher(books, spend("2026-03-14", "1"))).rejects.toThrow("早于本单位账簿启用日");
    await expect(postedVoucher(books, spend("2026-03-15", "800.01"))).rejects.toThrow("将为 -0.01");
    await postedVoucher(books, spend("2026-03-15", "800"));
    await expect(
      set([
        ["101", "1"],
        ["32205", "", "1"],
      ]),
    ).rejects.toThrow("期初余额不能再改");
  });
});
