import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { loadActor } from "@/lib/server/load-actor";
import { read } from "@/lib/server/query";
import {
  approveDocument,
  approveForBelow,
  recordPaperApproval,
} from "@/lib/spending/commands/approve-document";
import { failPayment } from "@/lib/spending/commands/fail-payment";
import { payDocument } from "@/lib/spending/commands/pay-document";
import { recordPaperStep } from "@/lib/spending/commands/record-paper-step";
import { rejectDocument } from "@/lib/spending/commands/reject-document";
import { returnAtReview } from "@/lib/spending/commands/return-document";
import { reviewDocument } from "@/lib/spending/commands/review-document";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { withdrawDocument } from "@/lib/spending/commands/withdraw-document";
import { getDocument, getDocumentBelow, tasksForBelow, whoCanAct } from "@/lib/spending/queries";
import {
  approveBudget,
  attach,
  brought,
  drafted,
  type Hospital,
  officePaper,
  openHospital,
  seen,
  today,
} from "./hospital";

let house: Hospital;
beforeAll(async () => {
  house = await openHospital();
  await approveBudget(house, { income: 400_000, lines: { "50504": 900_000 } });
});
afterAll(closeDatabase);

async function deputyNamedChair() {
  // A second account of the claimant's own person, with the chair's duty.
  await house.sql("insert into account (id, login, person_id, status) values (90, 'jingban2', 1, 'ACTIVE')");
  await house.sql(
    "insert into role_grant (person_id, union_id, role, starts_on, reason) values (1, 3, 'CHAIR', '2020-01-01', '兼任')",
  );
  const actor = await loadActor(90n);
  if (actor === null) throw new Error("no second account");
  return actor;
}

describe("two at the same time", () => {
  it("leave one decision, and the other is told who made it", async () => {
    // A second chair makes two who may decide.
    await house.sql("insert into person (id, name) values (80, '戴同心')");
    await house.sql("insert into account (id, login, person_id, status) values (80, 'zhuxi2', 80, 'ACTIVE')");
    await house.sql(
      "insert into role_grant (person_id, union_id, role, starts_on, reason) values (80, 3, 'CHAIR', '2020-01-01', '任职')",
    );
    const other = await loadActor(80n);
    if (other === null) throw new Error("no second chair");
    for (let round = 0; round < 50; round += 1) {
      const at = await brought(house, officePaper(), "REVIEWED");
      const outcomes = await Promise.allSettled([
        runCommand(approveDocument, house.actors.zhuxi, at, { today }),
        runCommand(rejectDocument, other, { ...at, note: "暂缓办理" }, { today }),
      ]);
      const won = outcomes.filter((outcome) => outcome.status === "fulfilled");
      const lost = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(won).toHaveLength(1);
      expect(lost[0]?.reason).toMatchObject({
        code: "CONFLICT",
        message: expect.stringMatching(/该单据已由(辛为公|戴同心)于 .*(审批同意|不予批准)/),
      });
      const steps = await house.sql(
        "select count(*)::int n from spending_step where document_id = $1 and action in ('approve', 'reject')",
        [at.id],
      );
      expect(steps).toEqual([{ n: 1 }]);
    }
    await house.sql("update role_grant set revoked_at = now() where person_id = 80");
  }, 180_000);
});

describe("duties", () => {
  it("are kept apart by the person: the claimant approves nothing of their own from a second account", async () => {
    const at = await brought(house, officePaper(), "REVIEWED");
    const second = await deputyNamedChair();
    await expect(runCommand(approveDocument, second, at, { today })).rejects.toMatchObject({
      code: "POLICY",
      message: expect.stringContaining("同一人不能既是经办人又办理审批（F23"),
    });
    const step = house.sql(
      `insert into spending_step (document_id, union_id, action, from_state, to_state, by_id, recorded_by_id)
       values ($1, 3, 'approve', 'REVIEWED', 'AWAITING_PAYMENT', 1, 1)`,
      [at.id],
    );
    await expect(step).rejects.toThrow("joined duties");
    await house.sql("update role_grant set revoked_at = now() where person_id = 1 and role = 'CHAIR'");
  });

  it("let a chair's own claim go to the deputy, then the union above, then the district", async () => {
    const chair = house.personOf("zhuxi");
    const at = await brought(house, officePaper({ claimantId: chair }), "REVIEWED");
    await expect(runCommand(approveDocument, house.actors.zhuxi, at, { today })).rejects.toMatchObject({
      message: expect.stringContaining("区医院工会严助理"),
    });
    const who = await read(house.actors.jingban, whoCanAct, { id: at.id }, { today });
    expect(who.persons.map((person) => person.role)).toEqual(["DEPUTY_CHAIR"]);
    await house.sql("update role_grant set revoked_at = now() where role = 'DEPUTY_CHAIR'");
    const above = await read(house.actors.jingban, whoCanAct, { id: at.id }, { today });
    expect(above.persons).toMatchObject([{ name: "倪长青", role: "CHAIR", distance: 1 }]);
    const tasks = await read(house.actors.shangji, tasksForBelow, {}, { today });
    expect(tasks.map((task) => task.href)).toEqual([`/spending/${at.id}`]);
    const file = await read(house.actors.shangji, getDocumentBelow, { id: at.id }, { today });
    expect(file.actions.find((each) => each.action === "approve")).toMatchObject({
      ...{ command: "spending.approveForBelow", isMine: true, blockers: [] },
    });
    await expect(runCommand(approveForBelow, house.actors.lingdao, at, { today })).rejects.toMatchObject({
      message: expect.stringContaining("卫健委工会倪长青"),
    });
    const decided = await runCommand(approveForBelow, house.actors.shangji, at, { today });
    expect(decided.state).toBe("AWAITING_PAYMENT");
    await house.sql("update role_grant set revoked_at = null where role = 'DEPUTY_CHAIR'");
  });

  it("do not let the bookkeeper review their own claim nor the approver pay", async () => {
    const own = officePaper({ claimantId: house.personOf("kuaiji") });
    const at = await brought(house, own, "SUBMITTED");
    await expect(runCommand(reviewDocument, house.actors.kuaiji, at, { today })).rejects.toMatchObject({
      message: expect.stringContaining("F23"),
    });
  });
});

describe("paper", () => {
  it("carries an approval with signer, date and scan, apart from who recorded it", async () => {
    const at = await brought(house, officePaper(), "REVIEWED");
    const onPaper = { signerId: house.personOf("zhuxi"), signedOn: "2026-03-30", attachmentId: "999999" };
    const without = runCommand(recordPaperApproval, house.actors.kuaiji, { ...at, onPaper }, { today });
    await expect(without).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: "onPaper.attachmentId" })],
    });
    const attachmentId = await attach(house, { id: at.id, kind: "审批单" });
    const scan = { ...onPaper, attachmentId };
    const byCashier = { ...scan, signerId: house.personOf("chuna") };
    await expect(
      runCommand(recordPaperApproval, house.actors.kuaiji, { ...at, onPaper: byCashier }, { today }),
    ).rejects.toMatchObject({ message: "本单由区医院工会辛为公审批" });
    const done = await runCommand(
      recordPaperApproval,
      house.actors.kuaiji,
      { ...at, onPaper: scan },
      { today },
    );
    expect(done.state).toBe("AWAITING_PAYMENT");
    const file = await read(house.actors.jingban, getDocument, { id: at.id }, { today });
    expect(file.steps.at(-1)).toMatchObject({
      ...{
        label: "审批同意",
        by: "辛为公",
        recordedBy: "陶细账",
        onPaper: true,
        signedOn: "2026-03-30",
        attachmentId,
      },
    });
  });

  it("lets any member witness in a small union", async () => {
    const at = await brought(house, officePaper({ witnessId: "" }), "SUBMITTED");
    const attachmentId = await attach(house, { id: at.id, kind: "证明" });
    const onPaper = { signerId: "101", signedOn: "2026-03-30", attachmentId };
    const step = { ...at, action: "confirmWitness", onPaper };
    const done = await runCommand(recordPaperStep, house.actors.jingban, step, { today });
    expect(done.version).toBe(at.version + 1);
    const [row] = await house.sql("select witness_id from spending_document where id = $1", [at.id]);
    expect(row).toEqual({ witness_id: "101" });
  });
});

describe("what goes back", () => {
  it("gives back budget and invoices, and keeps its number when it is handed in again", async () => {
    const at = await brought(house, officePaper(), "SUBMITTED");
    const [before] = await house.sql("select number from spending_document where id = $1", [at.id]);
    const note = "发票品名不清，请换开";
    const returned = await runCommand(returnAtReview, house.actors.kuaiji, { ...at, note }, { today });
    expect(returned.state).toBe("RETURNED");
    const held = await house.sql(
      `select (select state from budget_reservation where document_id = $1) reserved,
              (select bool_or(is_active) from invoice_use where document_id = $1) used`,
      [at.id],
    );
    expect(held).toEqual([{ reserved: "VOIDED", used: false }]);
    const again = await runCommand(submitDocument, house.actors.jingban, seen(returned), { today });
    expect(again.number).toBe(before?.["number"]);
    const [reservation] = await house.sql("select state from budget_reservation where document_id = $1", [
      at.id,
    ]);
    expect(reservation).toEqual({ state: "PENDING" });
  });

  it("takes a payment back to waiting, with the budget in transit again", async () => {
    const paid = await brought(house, officePaper(), "PAID");
    const back = await runCommand(
      failPayment,
      house.actors.chuna,
      { ...paid, note: "账号有误，退汇" },
      { today },
    );
    expect(back.state).toBe("AWAITING_PAYMENT");
    const [reservation] = await house.sql("select state from budget_reservation where document_id = $1", [
      paid.id,
    ]);
    expect(reservation).toEqual({ state: "PENDING" });
    const again = { ...seen(back), method: "TRANSFER", paidOn: today };
    await expect(runCommand(payDocument, house.actors.chuna, again, { today })).resolves.toMatchObject({
      state: "PAID",
    });
  });

  it("frees a request that is given up, unless claims rest on it", async () => {
    const request = officePaper({
      kind: "REQUEST",
      invoices: [],
      title: "办公用品采购",
      paymentMethod: "",
      payeeName: "",
    });
    const at = await runCommand(submitDocument, house.actors.jingban, await drafted(house, request), {
      today,
    });
    expect(at.number).toMatch(/^SQ-202603-/);
    const reviewed = await runCommand(reviewDocument, house.actors.kuaiji, seen(at), { today });
    const approved = await runCommand(approveDocument, house.actors.zhuxi, seen(reviewed), { today });
    expect(approved.state).toBe("APPROVED");
    const claim = await brought(house, officePaper({ requestId: at.id }), "SUBMITTED");
    const giving = runCommand(withdrawDocument, house.actors.jingban, seen(approved), { today });
    await expect(giving).rejects.toMatchObject({ message: "已有 1 张报销单按此申请办理，不能撤回申请" });
    await runCommand(withdrawDocument, house.actors.jingban, claim, { today });
    await expect(
      runCommand(withdrawDocument, house.actors.jingban, seen(approved), { today }),
    ).resolves.toMatchObject({
      state: "WITHDRAWN",
    });
  });
});
