import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { saveDraft } from "@/lib/spending/commands/save-draft";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { withdrawDocument } from "@/lib/spending/commands/withdraw-document";
import { draftContext, getDocument } from "@/lib/spending/queries";
import type { Draft } from "@/lib/spending/schema";
import {
  approveBudget,
  clinic,
  drafted,
  goods,
  type Hospital,
  hospital,
  invoice,
  officePaper,
  openHospital,
  people,
  today,
} from "./hospital";

let house: Hospital;
beforeAll(async () => {
  house = await openHospital();
  await approveBudget(house, { income: 400_000, lines: { "501": 500_000, "50504": 50_000 } });
});
afterAll(closeDatabase);

function festival(amount: string, changes: Partial<Draft> = {}): Draft {
  return officePaper({
    ...{ type: "FESTIVAL", title: "清明节慰问品", reason: "按方案发放" },
    lines: [goods("米面油", amount)],
    answers: { festivalCode: "清明节", instrument: "实物", recipients: "10", perPersonValues: "100" },
    ...changes,
  });
}

function clothing(ids: number[], occurredOn: string, changes: Partial<Draft> = {}): Draft {
  return officePaper({
    ...{ type: "CLOTHING", title: "篮球赛服装", occurredOn, reason: "参赛" },
    lines: [goods("运动服", "1800.00")],
    people: people(ids),
    answers: { activityKind: "体育活动", contestants: "10", lastPurchaseDate: "从未" },
    ...changes,
  });
}

function birthday(ids: number[]): Draft {
  return officePaper({
    ...{ type: "BIRTHDAY", title: "三月会员生日蛋糕券", reason: "按月办理" },
    lines: [goods("蛋糕券", (ids.length * 300).toFixed(2))],
    people: people(ids, "300.00"),
    answers: { instrument: "蛋糕券" },
  });
}

async function submitted(draft: Draft, by: "jingban" | "zhensuo" = "jingban") {
  return runCommand(submitDocument, house.actors[by], await drafted(house, draft, by), { today });
}

describe("rules that read rows", () => {
  it("hold 节日慰问 to half of the budget income, to the fen, counting what is in transit", async () => {
    // The budget line itself allows it; the year's cap is 200,000.00.
    const first = await submitted(festival("195000.00"));
    await expect(submitted(festival("5000.01"))).rejects.toMatchObject({
      code: "POLICY",
      message: expect.stringContaining("超出0.01元"),
    });
    const exact = await submitted(festival("5000.00"));
    const file = await read(house.actors.jingban, getDocument, { id: exact.id }, { today });
    const cap = file.frozen[0]?.verdict.findings.find((finding) => finding.ruleId === "F12");
    // What was refused waits as a draft: it does not count, but it is spoken of.
    expect(cap).toMatchObject({
      severity: "WARN",
      message: "另有草稿5,000.01元未计入，全部提交后将超过上限",
    });
    const used = cap?.facts.find((fact) => fact.id === "ytdFestival");
    expect(used?.source).toMatchObject({ rows: [{ href: `/spending/${first.id}`, amountFen: "19500000" }] });
    // What is withdrawn no longer counts.
    await runCommand(
      withdrawDocument,
      house.actors.jingban,
      { id: first.id, version: first.version },
      { today },
    );
    await expect(submitted(festival("5000.01"))).resolves.toMatchObject({ state: "SUBMITTED" });
  });

  it("hint at cash to one payee within seven days", async () => {
    const cash = (occurredOn: string, amount: string) =>
      officePaper({
        ...{ occurredOn, paymentMethod: "CASH", payeeName: "广告制作社", title: "布展材料" },
        lines: [goods("布展材料", amount, "50504")],
      });
    await submitted(cash("2026-03-12", "760.00"));
    const inside = await submitted(cash("2026-03-19", "640.00"));
    const outside = await submitted(cash("2026-03-27", "900.00"));
    const hintOf = async (id: string) => {
      const file = await read(house.actors.jingban, getDocument, { id }, { today });
      return file.frozen[0]?.verdict.findings.find((finding) => finding.ruleId === "F08")?.severity;
    };
    expect(await hintOf(inside.id)).toBe("WARN");
    expect(await hintOf(outside.id)).toBe("PASS");
    await expect(submitted(cash("2026-03-20", "1000.01"))).rejects.toMatchObject({
      message: expect.stringContaining("F07"),
    });
  });

  it("give clothing to one person every three years, by name", async () => {
    await submitted(clothing([2, 3], "2023-03-20"));
    const early = submitted(clothing([3, 4], "2026-03-19"));
    await expect(early).rejects.toMatchObject({
      message: expect.stringContaining("会员2号上次购置服装为2023-03-20"),
    });
    await expect(submitted(clothing([4, 5], "2026-03-19"))).resolves.toMatchObject({ state: "SUBMITTED" });
    await expect(submitted(clothing([2, 3], "2026-03-20"))).resolves.toMatchObject({ state: "SUBMITTED" });
  });

  it("keep a birthday once a year, by person", async () => {
    await submitted(birthday([6, 7]));
    await expect(submitted(birthday([7, 8]))).rejects.toMatchObject({
      message: expect.stringContaining("当年已享受生日慰问1次"),
    });
    await expect(submitted(birthday([8, 9]))).resolves.toMatchObject({ state: "SUBMITTED" });
  });

  it("let an invoice be used once in the district without telling who has it", async () => {
    const number = "26451987450084111111";
    const own = await submitted(officePaper({ invoices: [invoice(number)] }));
    await expect(
      submitted(officePaper({ invoices: [invoice("2645-1987-4500-8411-1111")] })),
    ).rejects.toMatchObject({
      code: "POLICY",
      message: `发票 ${number} 已于2026-03-12在${own.number}报销，不得重复报销（F28）`,
    });
    const foreign = submitted(
      officePaper({ claimantId: house.personOf("zhensuo"), witnessId: "", invoices: [invoice(number)] }),
      "zhensuo",
    );
    await expect(foreign).rejects.toMatchObject({
      message: `发票 ${number} 已被本区其他单位使用，不得重复报销（F28）`,
    });
    const seen = await read(
      house.actors.zhensuo,
      draftContext,
      { unionId: clinic, occurredOn: today, invoiceNumbers: [number] },
      { today },
    );
    expect(seen.invoicesInUse).toEqual([{ number, where: null }]);
    await runCommand(withdrawDocument, house.actors.jingban, { id: own.id, version: own.version }, { today });
    await expect(submitted(officePaper({ invoices: [invoice(number)] }))).resolves.toMatchObject({
      state: "SUBMITTED",
    });
  });
});

describe("a draft", () => {
  it("keeps everything typed, and a second window does not write over it", async () => {
    const draft = officePaper({ title: "写到一半", occurredOn: "三月十二", lines: [goods("纸", "=12*3.5")] });
    const input = { unionId: hospital, id: null, version: null, draft };
    const saved = await runCommand(saveDraft, house.actors.jingban, input, { today });
    const at = { unionId: hospital, id: saved.id, version: saved.version };
    await runCommand(
      saveDraft,
      house.actors.jingban,
      { ...at, draft: { ...draft, title: "写完了" } },
      { today },
    );
    const stale = runCommand(saveDraft, house.actors.jingban, { ...at, draft }, { today });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
    const file = await read(house.actors.jingban, getDocument, { id: saved.id }, { today });
    expect(file.draft).toMatchObject({ title: "写完了", occurredOn: "三月十二" });
    expect(file.amountFen).toBe(4_200n);
  });

  it("cannot be made for a union outside one's duties", async () => {
    const input = { unionId: clinic, id: null, version: null, draft: officePaper() };
    await expect(runCommand(saveDraft, house.actors.jingban, input, { today })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
