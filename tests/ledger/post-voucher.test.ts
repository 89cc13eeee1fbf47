import { beforeAll, describe, expect, it } from "vitest";
import { changeVoucher } from "@/lib/ledger/commands/change-voucher";
import { deleteDraft } from "@/lib/ledger/commands/delete-draft";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { openPeriod } from "@/lib/ledger/commands/open-period";
import { pausePeriod } from "@/lib/ledger/commands/pause-period";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { returnVoucher } from "@/lib/ledger/commands/return-voucher";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { submitVoucher } from "@/lib/ledger/commands/submit-voucher";
import { getVoucher } from "@/lib/ledger/queries";
import { checkBalances } from "@/lib/ledger/reports/trial-balance";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { asOwner, type TestDatabase, testDatabase } from "../support/test-database";
import { type Officers, officer, openBooks, postedVoucher, reviewedVoucher, voucherOf } from "./books";

let database: TestDatabase;
let school: Officers;
let district: Officers;

beforeAll(async () => {
  database = await testDatabase();
  district = await openBooks(database.ownerUrl, "示范区总工会", "DISTRICT");
  school = await openBooks(database.ownerUrl, "第一小学工会");
});

const dues = (date = "2026-01-05", debit = "100", credit = "100", change = {}) =>
  voucherOf(
    school.unionId,
    date,
    [
      ["102", debit],
      ["401", "", credit],
    ],
    change,
  );

describe("handing a voucher in", () => {
  it("refuses 借100 贷99.99 and names the difference at the row", async () => {
    await expect(
      runCommand(enterVoucher, school.bookkeeper, dues("2026-01-05", "100", "99.99")),
    ).rejects.toMatchObject({
      code: "INVALID",
      message: "借方 100.00 ≠ 贷方 99.99，差额 0.01 元（F33）",
      fields: [{ path: "lines.1.credit" }],
    });
    expect(await asOwner(database.ownerUrl, "select id from voucher")).toEqual([]);
  });

  it("keeps an unbalanced draft but does not take it for review", async () => {
    const draft = await runCommand(
      enterVoucher,
      school.bookkeeper,
      dues("2026-01-05", "100", "99", { step: "keep" }),
    );
    await expect(runCommand(submitVoucher, school.bookkeeper, draft)).rejects.toMatchObject({
      code: "INVALID",
    });
    await runCommand(deleteDraft, school.bookkeeper, draft);
    await expect(read(school.bookkeeper, getVoucher, { voucherId: draft.voucherId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("asks for the number of papers except on closing vouchers", async () => {
    const none = { attachmentCount: "" };
    await expect(
      runCommand(enterVoucher, school.bookkeeper, dues("2026-01-05", "1", "1", none)),
    ).rejects.toMatchObject({ fields: [{ path: "attachmentCount" }] });
    const closing = await runCommand(
      enterVoucher,
      school.bookkeeper,
      dues("2026-01-05", "1", "1", { ...none, kind: "CLOSING", step: "keep" }),
    );
    const again = { ...dues("2026-01-06", "2", "2", { kind: "CLOSING", attachmentCount: 0 }) };
    const { unionId: _, ...content } = again;
    const changed = await runCommand(changeVoucher, school.bookkeeper, { ...content, ...closing });
    const voucher = await read(school.bookkeeper, getVoucher, { voucherId: changed.voucherId });
    expect(voucher).toMatchObject({ state: "SUBMITTED", voucherDate: "2026-01-06" });
    await expect(
      runCommand(changeVoucher, school.bookkeeper, { ...content, ...changed }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("refuses 501 in the district's books, 502 and a parent account in a school's", async () => {
    const enter = (officers: Officers, account: string) =>
      runCommand(
        enterVoucher,
        officers.bookkeeper,
        voucherOf(officers.unionId, "2026-01-05", [
          [account, "1"],
          ["102", "", "1"],
        ]),
      );
    await expect(enter(district, "50102")).rejects.toThrow("科目 50102 只用于基层工会");
    await expect(enter(school, "50202")).rejects.toThrow("科目 50202 只用于县级以上工会");
    await expect(enter(school, "501")).rejects.toThrow("科目 501 不是本单位账套的末级科目");
    await expect(enter(school, "99999")).rejects.toMatchObject({ fields: [{ path: "lines.0.accountCode" }] });
  });

  it("does not take a day that has not come", async () => {
    await expect(
      runCommand(enterVoucher, school.bookkeeper, dues("2026-01-06"), { today: "2026-01-05" }),
    ).rejects.toThrow("凭证日期不能晚于今天");
  });

  it("reaches no other union's books", async () => {
    const foreign = { ...dues(), unionId: district.unionId };
    await expect(runCommand(enterVoucher, school.bookkeeper, foreign)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const voucher = await reviewedVoucher(school, dues());
    await expect(runCommand(postVoucher, district.bookkeeper, voucher)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(read(district.checker, getVoucher, { voucherId: voucher.voucherId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("reviewing and posting", () => {
  it("keeps maker and reviewer apart by the person", async () => {
    const both = await officer(database.ownerUrl, school.unionId, ["BOOKKEEPER", "CHECKER"]);
    const entered = await runCommand(enterVoucher, both, dues());
    await expect(runCommand(reviewVoucher, both, entered)).rejects.toThrow("制单人不能稽核自己填制的凭证");
    await expect(runCommand(reviewVoucher, school.bookkeeper, entered)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(runCommand(postVoucher, school.cashier, entered)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("does not let a cashier review, nor post", async () => {
    // The grant itself is refused by the database; here it stands from before that wall.
    const wall = (state: string) =>
      asOwner(database.ownerUrl, `alter table role_grant ${state} trigger user`);
    await wall("disable");
    const cashierToo = await officer(database.ownerUrl, school.unionId, ["CHECKER", "CASHIER"]);
    const bookkeeperToo = await officer(database.ownerUrl, school.unionId, ["BOOKKEEPER", "CASHIER"]);
    await wall("enable");
    const entered = await runCommand(enterVoucher, school.bookkeeper, dues());
    await expect(runCommand(reviewVoucher, cashierToo, entered)).rejects.toThrow("出纳不得兼任稽核");
    const reviewed = await reviewedVoucher(school, dues());
    await expect(runCommand(postVoucher, bookkeeperToo, reviewed)).rejects.toThrow(
      "出纳不得兼任稽核和账目登记",
    );
  });

  it("does not post what was not reviewed, and tells the loser who was first", async () => {
    const entered = await runCommand(enterVoucher, school.bookkeeper, dues());
    await expect(runCommand(postVoucher, school.bookkeeper, entered)).rejects.toThrow("凭证现为“待稽核”");
    const reviewed = await runCommand(reviewVoucher, school.checker, entered);
    await runCommand(postVoucher, school.bookkeeper, reviewed);
    await expect(runCommand(postVoucher, school.bookkeeper, reviewed)).rejects.toThrow(
      `最近由${school.bookkeeper.name}于`,
    );
  });

  it("sends a voucher back with a reason, and it starts again as a draft", async () => {
    const reviewed = await reviewedVoucher(school, dues());
    const returned = await runCommand(returnVoucher, school.checker, { ...reviewed, reason: "摘要不清" });
    const draft = await read(school.bookkeeper, getVoucher, { voucherId: returned.voucherId });
    expect(draft).toMatchObject({ state: "DRAFT", returnReason: "摘要不清", reviewer: null });
  });

  it("posts once when the same key arrives twice", async () => {
    const reviewed = await reviewedVoucher(school, dues());
    const first = await runCommand(postVoucher, school.bookkeeper, reviewed, { key: "post-1" });
    const second = await runCommand(postVoucher, school.bookkeeper, reviewed, { key: "post-1" });
    expect(second).toEqual(first);
  });

  it("refuses a paused month with the reason's sentence, and takes it once it is open again", async () => {
    const reviewed = await reviewedVoucher(school, dues("2026-02-05"));
    const month = { unionId: school.unionId, month: "2026-02" };
    await runCommand(pausePeriod, school.bookkeeper, { ...month, reason: "核对中" });
    await expect(runCommand(postVoucher, school.bookkeeper, reviewed)).rejects.toThrow("2026-02 已暂停记账");
    await expect(runCommand(enterVoucher, school.bookkeeper, dues("2026-02-06"))).rejects.toThrow(
      "已暂停记账",
    );
    await runCommand(openPeriod, school.bookkeeper, month);
    await runCommand(postVoucher, school.bookkeeper, reviewed);
  });

  it("takes nothing into a closed month or a month before one", async () => {
    const mill = await openBooks(database.ownerUrl, "结账工会");
    const late = voucherOf(mill.unionId, "2026-03-05", [
      ["102", "1"],
      ["401", "", "1"],
    ]);
    const before = voucherOf(mill.unionId, "2026-02-05", [
      ["102", "1"],
      ["401", "", "1"],
    ]);
    const waiting = await reviewedVoucher(mill, late);
    await asOwner(
      database.ownerUrl,
      "insert into ledger_period (union_id, month, state) values ($1, '2026-03', 'CLOSED')",
      [mill.unionId],
    );
    await expect(runCommand(postVoucher, mill.bookkeeper, waiting)).rejects.toThrow("2026-03 已结账");
    await expect(runCommand(enterVoucher, mill.bookkeeper, before)).rejects.toThrow("2026-02 已结账");
    await expect(
      runCommand(openPeriod, mill.bookkeeper, { unionId: mill.unionId, month: "2026-03" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("never lets cash fall below nought on any day, also not by a voucher dated back", async () => {
    const box = await openBooks(database.ownerUrl, "现金工会");
    const day = (date: string, entries: Parameters<typeof voucherOf>[2]) =>
      voucherOf(box.unionId, date, entries);
    await postedVoucher(
      box,
      day("2026-03-01", [
        ["101", "500"],
        ["102", "", "500"],
      ]),
    );
    await postedVoucher(
      box,
      day("2026-03-20", [
        ["50504", "500"],
        ["101", "", "500"],
      ]),
    );
    await expect(
      postedVoucher(
        box,
        day("2026-03-10", [
          ["50504", "0.01"],
          ["101", "", "0.01"],
        ]),
      ),
    ).rejects.toThrow("库存现金在 2026-03-20 将为 -0.01");
    await expect(
      postedVoucher(
        box,
        day("2026-02-28", [
          ["50504", "1"],
          ["101", "", "1"],
        ]),
      ),
    ).rejects.toThrow("库存现金在 2026-02-28 将为 -1.00");
    await postedVoucher(
      box,
      day("2026-03-25", [
        ["101", "0.01"],
        ["102", "", "0.01"],
      ]),
    );
    await postedVoucher(
      box,
      day("2026-03-25", [
        ["50504", "0.01"],
        ["101", "", "0.01"],
      ]),
    );
    expect(await read(box.bookkeeper, checkBalances, { unionId: box.unionId })).toEqual([]);
  });

  it("does not post where the books are kept elsewhere", async () => {
    const other = await openBooks(database.ownerUrl, "集中管控工会");
    await asOwner(database.ownerUrl, "update trade_union set books_in = 'CENTRAL_FINANCE' where id = $1", [
      other.unionId,
    ]);
    const reviewed = await reviewedVoucher(
      other,
      voucherOf(other.unionId, "2026-03-05", [
        ["102", "1"],
        ["401", "", "1"],
      ]),
    );
    await expect(runCommand(postVoucher, other.bookkeeper, reviewed)).rejects.toThrow("不在本平台记账");
  });
});
