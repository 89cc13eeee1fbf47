import { beforeAll, describe, expect, it } from "vitest";
import { listVouchers } from "@/lib/ledger/queries";
import { read } from "@/lib/server/query";
import { type TestDatabase, testDatabase } from "../support/test-database";
import { openBooks, postedVoucher, reviewedVoucher, voucherOf } from "./books";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

describe("the list of vouchers", () => {
  it("counts the steps, pages by cursor and finds by number, amount and word", async () => {
    const list = await openBooks(database.ownerUrl, "清单工会");
    const of = (amount: string, summary: string) => {
      const input = voucherOf(list.unionId, "2026-07-05", [
        ["102", amount],
        ["401", "", amount],
      ]);
      return { ...input, lines: input.lines.map((line) => ({ ...line, summary })) };
    };
    await postedVoucher(list, of("100", "会费"));
    await postedVoucher(list, of("2000", "上级补助"));
    await reviewedVoucher(list, of("3", "利息"));
    const find = (filter: Record<string, unknown>) =>
      read(list.chair, listVouchers, { unionId: list.unionId, ...filter });
    const all = await find({ take: 2 });
    expect(all).toMatchObject({
      counts: { DRAFT: 0, SUBMITTED: 0, REVIEWED: 1, POSTED: 2 },
      totalFen: 210_300n,
    });
    expect(all.rows).toHaveLength(2);
    expect((await find({ take: 2, cursor: all.nextCursor ?? "" })).rows).toHaveLength(1);
    expect((await find({ text: "记-0002" })).rows.map((row) => row.summary)).toEqual(["上级补助"]);
    expect((await find({ text: ">=1000" })).rows.map((row) => row.summary)).toEqual(["上级补助"]);
    expect((await find({ text: "会费" })).totalFen).toBe(10_000n);
  });
});
