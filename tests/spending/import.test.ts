import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "@/lib/exchange/sheet";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { loadFile, storeFile, uploadTicket } from "@/lib/server/files";
import { read } from "@/lib/server/query";
import { acceptSpendingImport } from "@/lib/spending/commands/accept-import";
import { previewSpendingImport } from "@/lib/spending/commands/preview-import";
import { getDocument } from "@/lib/spending/queries";
import { getImportBatch } from "@/lib/spending/reports/import-batch";
import { type Hospital, hospital, openHospital } from "./hospital";

const dataFolder = mkdtempSync(join(tmpdir(), "spending-import-"));
process.env["DATA_DIR"] = dataFolder;
const list = join(import.meta.dirname, "../fixtures/spending-list-2026.xlsx");
const today = "2026-09-30";

let house: Hospital;
beforeAll(async () => {
  house = await openHospital();
});
afterAll(async () => {
  await closeDatabase();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function preview() {
  const actor = house.actors.jingban;
  const file = await storeFile(new Uint8Array(readFileSync(list)), "支出明细.xlsx");
  const ticket = uploadTicket(actor.accountId ?? 0n, file);
  return runCommand(
    previewSpendingImport,
    actor,
    { unionId: hospital, fileName: "支出明细.xlsx", ticket },
    { today },
  );
}

// The row number in the sheet is three more than the 序号.
const expected: Record<string, number[]> = {
  FORBIDDEN: [7, 8, 12, 14, 16, 19, 23, 27, 30, 32, 33, 35],
  APPROVAL: [24, 25],
  BROKEN: [36, 37, 38],
};

describe("a union's own list of the year", () => {
  it("comes back row by row with a conclusion, a reason and what is still to supply", async () => {
    const { batchId, counts } = await preview();
    const batch = await read(house.actors.jingban, getImportBatch, { batchId }, { today });
    for (const [outcome, numbers] of Object.entries(expected)) {
      const found = batch.rows.filter((row) => row.outcome === outcome).map((row) => Number(row.cells[0]));
      expect(found, outcome).toEqual(numbers);
    }
    expect(counts).toMatchObject({ FORBIDDEN: 12, APPROVAL: 2, BROKEN: 3, ADDED_BEFORE: 0 });
    const { sheets } = await readWorkbook(await loadFile(batch.resultSha256 ?? ""));
    const back = sheets.find((sheet) => sheet.name === "支出明细")?.rows ?? [];
    expect(back.find((row) => row.number === 3)?.cells.slice(-3)).toEqual(["结论", "原因", "待补"]);
    const womensDay = back.find((row) => row.cells[0] === 7)?.cells.slice(10) ?? [];
    expect(womensDay[0]).toBe("禁止");
    expect(womensDay[1]).toContain("F14");
    expect(back.find((row) => row.cells[0] === 1)?.cells[10]).toBe("通过");
  });

  it("is taken whole or, by choice, its good rows; the same file again adds nothing", async () => {
    const { batchId } = await preview();
    const choice = { batchId, claimantId: house.personOf("jingban"), loadUnionFacts: true };
    const whole = runCommand(
      acceptSpendingImport,
      house.actors.jingban,
      { ...choice, mode: "ALL_OR_NOTHING" },
      { today },
    );
    await expect(whole).rejects.toMatchObject({
      code: "POLICY",
      message: expect.stringContaining("整批没有导入"),
    });
    expect(await house.sql("select count(*)::int n from spending_document")).toEqual([{ n: 0 }]);

    const taken = await runCommand(
      acceptSpendingImport,
      house.actors.kuaiji,
      { ...choice, mode: "GOOD_ROWS_ONLY" },
      { today },
    );
    expect(taken).toMatchObject({ added: 23 });
    expect(taken.loadedFacts).toContain("2026年本级预算收入（元）");
    const [draft] = await house.sql(
      "select id, state, title, claimant_id, recorded_by_id from spending_document order by id limit 1",
    );
    expect(draft).toMatchObject({
      state: "DRAFT",
      claimant_id: "1",
      recorded_by_id: house.personOf("kuaiji"),
    });
    const file = await read(house.actors.jingban, getDocument, { id: String(draft?.["id"]) }, { today });
    expect(file.draft.answers).toMatchObject({ participants: "118人", awardTotal: "17,700.00" });

    const again = await preview();
    expect(again.counts).toMatchObject({ ADDED_BEFORE: 23, FORBIDDEN: 12, BROKEN: 3, PASS: 0 });
    const second = { ...choice, batchId: again.batchId, mode: "GOOD_ROWS_ONLY" };
    expect(await runCommand(acceptSpendingImport, house.actors.jingban, second, { today })).toMatchObject({
      added: 0,
      loadedFacts: [],
    });
    const twice = runCommand(acceptSpendingImport, house.actors.jingban, second, { today });
    await expect(twice).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await house.sql("select count(*)::int n from spending_document")).toEqual([{ n: 23 }]);
  });

  it("that names another union is not read", async () => {
    const actor = house.actors.zhensuo;
    const file = await storeFile(new Uint8Array(readFileSync(list)), "支出明细.xlsx");
    const ticket = uploadTicket(actor.accountId ?? 0n, file);
    const reading = runCommand(
      previewSpendingImport,
      actor,
      { unionId: 4, fileName: "支出明细.xlsx", ticket },
      { today },
    );
    await expect(reading).rejects.toMatchObject({ message: expect.stringContaining("没有读取") });
  });
});
