import { beforeAll, describe, expect, it } from "vitest";
import { changeVoucher } from "@/lib/ledger/commands/change-voucher";
import { returnVoucher } from "@/lib/ledger/commands/return-voucher";
import { getVoucher } from "@/lib/ledger/queries";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { recordPaperApproval } from "@/lib/spending/commands/approve-document";
import { postDocument } from "@/lib/spending/commands/post-document";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import {
  approveBudget,
  attach,
  brought,
  drafted,
  type Hospital,
  hospital,
  invoice,
  officePaper,
  openHospital,
  today,
} from "./hospital";

let house: Hospital;

beforeAll(async () => {
  house = await openHospital();
  await approveBudget(house, { income: 100_000, lines: { "50504": 50_000 } });
});

describe("the voucher of a paid claim", () => {
  it("may be put right in its accounts but keeps the amount that was approved and paid", async () => {
    const at = await brought(house, officePaper(), "PAID");
    const made = await runCommand(postDocument, house.actors.kuaiji, at, { today });
    const { voucherId } = made;
    const back = { voucherId, version: 1, reason: "科目有误" };
    const { version } = await runCommand(returnVoucher, house.actors.jihe, back, { today });
    const { voucherDate } = await read(house.actors.kuaiji, getVoucher, { voucherId }, { today });
    const rewritten = (rows: readonly (readonly [string, string, string])[], kind = "GENERAL") => ({
      ...{ voucherId, version, voucherDate, kind, attachmentCount: 1, step: "submit" },
      lines: rows.map(([accountCode, debit, credit]) => ({ summary: "打印纸", accountCode, debit, credit })),
    });
    const change = (input: ReturnType<typeof rewritten>) =>
      runCommand(changeVoucher, house.actors.kuaiji, input, { today });
    const refused = { code: "POLICY", message: expect.stringContaining("须与已审批付款的报销单一致") };
    const more = rewritten([
      ["50504", "9999", ""],
      ["102", "", "9999"],
    ]);
    await expect(change(more)).rejects.toMatchObject(refused);
    const elsewhere = rewritten([
      ["50504", "260", ""],
      ["102", "", "9999"],
      ["101", "9739", ""],
      ["50504", "100", ""],
      ["50504", "-100", ""],
    ]);
    await expect(change(elsewhere)).rejects.toMatchObject(refused);
    const closing = rewritten(
      [
        ["50504", "260", ""],
        ["102", "", "260"],
      ],
      "CLOSING",
    );
    await expect(change(closing)).rejects.toMatchObject(refused);
    const otherAccount = rewritten([
      ["50501", "260", ""],
      ["102", "", "260"],
    ]);
    await expect(change(otherAccount)).resolves.toMatchObject({ voucherId });
  });
});

describe("an approval on paper", () => {
  it("does not rest on the invoice, nor on a day before the spending, and its signer hears of it", async () => {
    const at = await brought(house, officePaper(), "REVIEWED");
    const [paper] = await house.sql(
      "select id::text from attachment where subject_id = $1 and kind = '发票'",
      [at.id],
    );
    const signerId = house.personOf("zhuxi");
    const record = (attachmentId: unknown, signedOn: string) => {
      const onPaper = { signerId, signedOn, attachmentId };
      return runCommand(recordPaperApproval, house.actors.kuaiji, { ...at, onPaper }, { today });
    };
    await expect(record(paper?.["id"], "2026-03-30")).rejects.toMatchObject({
      message: expect.stringContaining("不能以发票代替"),
    });
    const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const sheet = await attach(house, { id: at.id, kind: "审批单", mime });
    await expect(record(sheet, "2026-03-30")).rejects.toMatchObject({ code: "INVALID" });
    const scan = await attach(house, { id: at.id, kind: "审批单" });
    await expect(record(scan, "1990-01-01")).rejects.toMatchObject({
      message: expect.stringContaining("不能早于支出发生日期"),
    });
    await expect(record(scan, "2026-03-30")).resolves.toMatchObject({ state: "AWAITING_PAYMENT" });
    const told = await house.sql(
      "select title from outbox_message where recipient_id = $1 and event_key like '%:signed:%'",
      [signerId],
    );
    expect(told).toEqual([{ title: expect.stringContaining("已登记您在纸质单据上的签字") }]);
  });
});

describe("what is typed to deceive", () => {
  it("an invoice number in letters that only look Latin is refused", async () => {
    const at = await drafted(house, officePaper({ invoices: [invoice("ΙNV7790")] }));
    await expect(runCommand(submitDocument, house.actors.jingban, at, { today })).rejects.toMatchObject({
      code: "INVALID",
      fields: [expect.objectContaining({ path: "draft.invoices.0.number" })],
    });
  });

  it("a version no record can have is a mistake, not a fault", async () => {
    const at = await drafted(house, officePaper());
    const input = { unionId: hospital, id: at.id, version: 9_007_199_254_740_991, draft: officePaper() };
    await expect(runCommand(saveDraft, house.actors.jingban, input, { today })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
