import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { archiveDocument } from "@/lib/spending/commands/archive-document";
import { postDocument } from "@/lib/spending/commands/post-document";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { getDocument, listSpending, myTasks, whoCanAct } from "@/lib/spending/queries";
import {
  approveBudget,
  attach,
  brought,
  drafted,
  goods,
  type Hospital,
  hospital,
  officePaper,
  openHospital,
  today,
} from "./hospital";

let house: Hospital;
beforeAll(async () => {
  house = await openHospital();
  await approveBudget(house, { income: 220_000, lines: { "501": 150_000, "50504": 20_000 } });
});
afterAll(closeDatabase);

describe("an ordinary claim", () => {
  it("goes from the draft to the archive, each step by its officer, and leaves everything behind that it should", async () => {
    const paid = await brought(house, officePaper(), "PAID");
    const [row] = await house.sql("select state, number, paid_method, amount_fen from spending_document");
    expect(row).toMatchObject({ state: "PAID", number: "BX-202603-0001", amount_fen: "26000" });
    expect(await house.sql("select state, account_code, amount_fen from budget_reservation")).toEqual([
      { state: "POSTED", account_code: "50504", amount_fen: "26000" },
    ]);
    const moments = await house.sql("select moment, conclusion from verdict order by id");
    expect(moments.map((each) => each["moment"])).toEqual(["SUBMITTED", "APPROVED", "PAID"]);
    const made = await runCommand(postDocument, house.actors.kuaiji, paid, { today });
    expect(made).toMatchObject({ state: "PAID" });
    const early = runCommand(
      postDocument,
      house.actors.kuaiji,
      { id: made.id, version: made.version },
      { today },
    );
    await expect(early).rejects.toMatchObject({ message: "凭证尚未稽核通过，稽核后才能记账" });
    await runCommand(reviewVoucher, house.actors.jihe, { voucherId: made.voucherId, version: 1 }, { today });
    const posted = await runCommand(
      postDocument,
      house.actors.kuaiji,
      { id: made.id, version: made.version },
      { today },
    );
    expect(posted).toMatchObject({ state: "POSTED", voucherNo: "记-0001" });
    const summaries = await house.sql("select distinct summary from ledger_line where voucher_id = $1", [
      made.voucherId,
    ]);
    expect(summaries).toEqual([{ summary: "购买打印纸" }]);
    const archived = await runCommand(
      archiveDocument,
      house.actors.dangan,
      { id: posted.id, version: posted.version },
      { today },
    );
    expect(archived.state).toBe("ARCHIVED");
    const entries = await house.sql(
      "select account_code, side, amount_fen from ledger_line order by line_number",
    );
    expect(entries).toEqual([
      { account_code: "50504", side: "DEBIT", amount_fen: "26000" },
      { account_code: "102", side: "CREDIT", amount_fen: "26000" },
    ]);
  });

  it("shows its page with steps, papers, verdicts and who is next", async () => {
    const at = await brought(house, officePaper({ title: "购买档案盒" }), "SUBMITTED");
    const file = await read(house.actors.jingban, getDocument, { id: at.id }, { today });
    expect(file.steps.map((step) => [step.label, step.by])).toEqual([["提交", "任晓雨"]]);
    expect(file.next.map((person) => person.name)).toEqual(["陶细账"]);
    expect(file.checklist).toContainEqual({
      name: "发票",
      due: "PAYMENT",
      dueLabel: "付款前",
      isThere: true,
    });
    expect(file.frozen).toHaveLength(1);
    expect(file.recalculated).toEqual([]);
    const review = file.actions.find((each) => each.action === "review");
    expect(review).toMatchObject({ isMine: false, command: "spending.reviewDocument" });
    const who = await read(house.actors.jingban, whoCanAct, { id: at.id }, { today });
    expect(who.persons.map((person) => person.role)).toEqual(["BOOKKEEPER"]);
    const tasks = await read(house.actors.kuaiji, myTasks, {}, { today });
    expect(tasks.map((task) => task.title)).toContain(`审核：购买档案盒 260.00 元（${file.number}）`);
  });

  it("waits for sign-off sheets before it is archived and not before it is paid", async () => {
    const draft = officePaper({
      ...{ type: "MARRIAGE", title: "会员结婚慰问品", invoices: [], reason: "单位标准待核" },
      lines: [goods("床品", "399.50")],
      answers: { instrument: "实物", recipients: "1" },
    });
    const paid = await brought(house, draft, "PAID");
    const lists = await read(
      house.actors.kuaiji,
      listSpending,
      { unionId: hospital, states: ["PAID"] },
      { today },
    );
    expect(lists.counts["PAID"]).toBeGreaterThan(0);
    const made = await runCommand(postDocument, house.actors.kuaiji, paid, { today });
    await runCommand(reviewVoucher, house.actors.jihe, { voucherId: made.voucherId, version: 1 }, { today });
    const posted = await runCommand(
      postDocument,
      house.actors.kuaiji,
      { id: made.id, version: made.version },
      { today },
    );
    const at = { id: posted.id, version: posted.version };
    await expect(runCommand(archiveDocument, house.actors.dangan, at, { today })).rejects.toMatchObject({
      message: "归档前须补齐：签收表或转账回单",
    });
    await attach(house, { id: at.id, kind: "签收表" });
    await expect(runCommand(archiveDocument, house.actors.dangan, at, { today })).resolves.toMatchObject({
      state: "ARCHIVED",
    });
  });
});

describe("handing in", () => {
  it("names every missing field at once and keeps what was typed", async () => {
    const draft = officePaper({
      title: "",
      payeeName: "",
      lines: [goods("", "一百二十")],
      occurredOn: "2026-02-30",
    });
    const at = await drafted(house, draft);
    const handing = runCommand(submitDocument, house.actors.jingban, at, { today });
    await expect(handing).rejects.toMatchObject({
      code: "INVALID",
      fields: expect.arrayContaining([
        expect.objectContaining({ path: "draft.title" }),
        expect.objectContaining({ path: "draft.occurredOn" }),
        expect.objectContaining({ path: "draft.payeeName" }),
        expect.objectContaining({ path: "draft.lines.0.name" }),
      ]),
    });
    const file = await read(house.actors.jingban, getDocument, { id: at.id }, { today });
    expect(file.draft.lines[0]?.amount).toBe("一百二十");
    expect(file.draft.occurredOn).toBe("2026-02-30");
  });

  it("is refused without the papers that are due before submission", async () => {
    const draft = officePaper({ type: "FESTIVAL", title: "清明节慰问品", invoices: [] });
    const { saveDraft } = await import("@/lib/spending/commands/save-draft");
    const saved = await runCommand(
      saveDraft,
      house.actors.jingban,
      { unionId: hospital, id: null, version: null, draft },
      { today },
    );
    const handing = runCommand(
      submitDocument,
      house.actors.jingban,
      { id: saved.id, version: saved.version },
      { today },
    );
    await expect(handing).rejects.toMatchObject({ message: "提交前须附：采购方案、会员名册" });
  });

  it("asks for a reason where a finding needs approval, and passes with one", async () => {
    const draft = officePaper({
      invoices: [],
      title: "购买文件柜",
      lines: [goods("文件柜", "30000", "50504")],
    });
    const at = await drafted(house, draft);
    await expect(runCommand(submitDocument, house.actors.jingban, at, { today })).rejects.toMatchObject({
      code: "POLICY",
      fields: expect.arrayContaining([expect.objectContaining({ path: "draft.reason" })]),
    });
  });
});
