import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterBudget } from "@/lib/budget/commands/enter-budget";
import { coveringCode, percentOf, roomsOf } from "@/lib/budget/model";
import { getBudget, listBudgets } from "@/lib/budget/queries";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import {
  brought,
  drafted,
  goods,
  type Hospital,
  hospital,
  officePaper,
  openHospital,
  today,
} from "../spending/hospital";

let house: Hospital;
beforeAll(async () => {
  house = await openHospital();
});
afterAll(closeDatabase);

const budget = {
  ...{ unionId: hospital, year: 2026, approvedOn: "2026-01-10", approvalNo: "示工财〔2026〕1号" },
  income: [
    { accountCode: "401", amount: "20000" },
    { accountCode: "402", amount: "200000" },
  ],
  lines: [
    { accountCode: "501", amount: "150,000.00" },
    { accountCode: "50504", amount: "1000" },
  ],
};

describe("an approved budget", () => {
  it("is entered once per year; entering it again keeps the earlier one", async () => {
    const first = await runCommand(enterBudget, house.actors.kuaiji, budget, { today });
    expect(first.revision).toBe(1);
    const more = { ...budget, income: [{ accountCode: "402", amount: "220000" }] };
    expect(await runCommand(enterBudget, house.actors.kuaiji, more, { today })).toMatchObject({
      revision: 2,
    });
    const all = await read(house.actors.kuaiji, listBudgets, { unionId: hospital }, { today });
    expect(all.map((each) => [each.revision, each.incomeFen, each.supersededAt === null])).toEqual([
      [2, 22_000_000n, true],
      [1, 22_000_000n, false],
    ]);
    await expect(house.sql("update budget_line set amount_fen = 1")).rejects.toThrow("append-only");
  });

  it("names the cell that is wrong", async () => {
    const lines = [
      { accountCode: "401", amount: "1" },
      { accountCode: "50504", amount: "x" },
    ];
    const entering = runCommand(enterBudget, house.actors.kuaiji, { ...budget, lines }, { today });
    await expect(entering).rejects.toMatchObject({ code: "INVALID" });
    const foreign = { ...budget, lines: [{ accountCode: "59999", amount: "1" }] };
    await expect(runCommand(enterBudget, house.actors.kuaiji, foreign, { today })).rejects.toMatchObject({
      fields: [{ path: "lines.0.accountCode", message: expect.stringContaining("59999") }],
    });
  });

  it("shows what is executed, what is in transit and what is left, each with its rows", async () => {
    await brought(house, officePaper({ lines: [goods("纸", "100.00", "50504")] }), "PAID");
    await brought(house, officePaper({ lines: [goods("墨盒", "200.00", "50504")] }), "SUBMITTED");
    const view = await read(house.actors.kuaiji, getBudget, { unionId: hospital, year: 2026 }, { today });
    const line = view.lines.find((each) => each.accountCode === "50504");
    expect(line).toMatchObject({
      ...{ approvedFen: 100_000n, executedFen: 10_000n, transitFen: 20_000n, availableFen: 70_000n },
      ...{ executionRate: "10.00%", rateWithTransit: "30.00%" },
    });
    expect(line?.uses.map((use) => [use.kind, use.amountFen])).toEqual([
      ["PAID", 10_000n],
      ["TRANSIT", 20_000n],
    ]);
  });

  it("lets two who want the last money at once not both have it without a word", async () => {
    // 700.00 are left; each claim wants 500.00.
    const both = await Promise.all(
      [1, 2].map(() => drafted(house, officePaper({ lines: [goods("柜", "500", "50504")] }))),
    );
    const outcomes = await Promise.allSettled(
      both.map((at) => runCommand(submitDocument, house.actors.jingban, at, { today })),
    );
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "POLICY",
      message: expect.stringContaining("科目可用预算200.00元"),
    });
  });
});

describe("a budget line", () => {
  it("covers its account and everything below it, the longest one first", () => {
    expect(coveringCode(["501", "50105"], "50105")).toBe("50105");
    expect(coveringCode(["501", "50105"], "50102")).toBe("501");
    expect(coveringCode(["501"], "50504")).toBeNull();
  });

  it("leaves uses that no line covers apart", () => {
    const use = { kind: "PAID", label: "", href: "", amountFen: 5n } as const;
    const { rooms, uncovered } = roomsOf(
      [{ accountCode: "501", amountFen: 10n }],
      [
        { ...use, accountCode: "50102" },
        { ...use, accountCode: "510" },
      ],
    );
    expect(rooms[0]).toMatchObject({ availableFen: 5n });
    expect(uncovered).toHaveLength(1);
  });

  it("has no rate where nothing was approved", () => {
    expect(percentOf(1n, 0n)).toBe("—");
    expect(percentOf(2n, 3n)).toBe("66.66%");
  });
});
