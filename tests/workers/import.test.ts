import { mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "@/lib/exchange/sheet";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { read } from "@/lib/server/query";
import { commitImport } from "@/lib/workers/commands/commit-import";
import { previewImport } from "@/lib/workers/commands/preview-import";
import { getImport, getImportFile, registerTemplate } from "@/lib/workers/reports/register-import";
import { seedWorkers } from "../../prisma/seed/people";
import { seedUnionId } from "../../prisma/seed/world";
import { demoDistrict } from "../accounts/demo-actors";

process.env["DATA_DIR"] = mkdtempSync(path.join(os.tmpdir(), "portal-files-"));
const { sql, actorOf } = demoDistrict();
const registerFile = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, "../fixtures/会员登记表.xlsx")),
);
const hospital = seedUnionId("区医院工会");
const today = "2026-11-20";

async function preview(actor: Actor, bytes: Uint8Array, unionId: number) {
  const file = await storeFile(bytes, "会员登记表.xlsx");
  const ticket = uploadTicket(actor.accountId ?? 0n, file);
  return runCommand(previewImport, actor, { unionId, ticket, fileName: "会员登记表.xlsx" }, { today });
}

async function sheetOf(rows: unknown[][], heads?: string[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("名单");
  sheet.addRow(
    heads ?? ["姓名", "证件类型", "证件号码", "性别", "手机号", "京卡卡号", "入会日期", "所属工会"],
  );
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const good = [
  "章新来",
  "居民身份证",
  "110109198808080037",
  "男",
  "13800000004",
  "6210000000000000017",
  "2026-03-01",
  "区医院工会",
];

describe("the register file as it is", () => {
  it("goes in whole for the service centre, and changes nothing when it comes again", async () => {
    const actor = await actorOf("fuwu");
    const first = await preview(actor, registerFile, 1);
    expect(first).toMatchObject({ total: 60, ready: 60, unchanged: 0, faulty: 0 });
    const before = await sql("select count(*)::int n from worker");
    const done = await runCommand(commitImport, actor, { batchId: first.batchId }, { today });
    expect(done).toMatchObject({ total: 60, done: 60, faulty: 0 });
    expect(await sql("select count(*)::int n from worker")).toEqual([{ n: Number(before[0]?.["n"]) + 60 }]);
    const members = await sql(
      "select count(*)::int n from membership where union_id = $1 and ends_on is null",
      [hospital],
    );
    expect(members).toEqual([{ n: 126 }]);

    const again = await preview(actor, registerFile, 1);
    expect(again).toMatchObject({ total: 60, ready: 0, unchanged: 60, faulty: 0 });
    const second = await runCommand(commitImport, actor, { batchId: again.batchId }, { today });
    expect(second).toMatchObject({ unchanged: 60, done: 0 });
    expect(await sql("select count(*)::int n from membership where source = '名册导入'")).toEqual([
      { n: 60 },
    ]);
    await expect(
      runCommand(commitImport, actor, { batchId: first.batchId }, { today }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("holds nobody of the demo district", () => {
    const workers = seedWorkers().map(({ idNo }) => idNo);
    expect(new Set(workers).size).toBe(300);
    expect(workers).not.toContain("110109199001010083");
  });

  it("leaves no full number in the database, also not of rows that were not imported", async () => {
    const stored = JSON.stringify([
      await sql("select * from import_row"),
      await sql("select * from import_batch"),
      await sql("select * from audit_entry"),
    ]);
    for (const secret of ["110109199503110076", "13800001000", "62100000000010008"])
      expect(stored).not.toContain(secret);
  });
});

describe("a file of one union", () => {
  it("names each fault of each row and does not see other unions", async () => {
    const actor = await actorOf("danwei");
    const bytes = await sheetOf([
      good,
      ["王重复", "居民身份证", "110109197711300019", "男", "", "", "2026-03-01", "区医院工会"],
      ["王重复", "居民身份证", "110109197711300019", "男", "", "", "2026-03-01", "区医院工会"],
      ["李数值", "居民身份证", 110109199105050100, "女", "", "", "2026-03-01", "区医院工会"],
      ["周科学", "居民身份证", "1.10109E+17", "女", "", "", "2026-03-01", "区医院工会"],
      ["吴外单位", "居民身份证", "110109200409090043", "女", "", "", "2026-03-01", "第一小学工会"],
      ["郑多错", "居民身份证", "110109198203150005", "男", "1380", "621", "2099-01-01", "没有的工会"],
      ["冯性别", "居民身份证", "110109198203150004", "男", "", "", "2026-03-01", "区医院工会"],
      ["陈老证", "身份证", "110109820315001", "男", "", "", 46_000, "区医院工会"],
    ]);
    const batch = await preview(actor, bytes, hospital);
    const { rows } = await read(actor, getImport, { batchId: batch.batchId });
    const reasonOf = (name: string) =>
      rows.filter((row) => row.name === name).map(({ outcome, reason }) => `${outcome} ${reason}`);
    expect(reasonOf("章新来")).toEqual(["READY "]);
    expect(reasonOf("王重复")).toEqual(["FAULTY 证件号码与第 4 行重复", "FAULTY 证件号码与第 3 行重复"]);
    expect(reasonOf("李数值")[0]).toContain("位数丢失");
    expect(reasonOf("周科学")[0]).toContain("位数丢失");
    expect(reasonOf("吴外单位")).toEqual(["FAULTY 所属工会不在您的登记范围内，请核对名称或请该工会办理"]);
    expect(reasonOf("郑多错")[0]).toMatch(/校验位.*手机号.*卡号.*入会日期晚于今天.*不在您的登记范围内/);
    expect(reasonOf("冯性别")[0]).toContain("性别与证件号码不符（证件为女）");
    expect(reasonOf("陈老证")).toEqual(["READY "]);
  });

  it("goes in partly only by choice, and comes back with the reasons behind each row", async () => {
    const actor = await actorOf("danwei");
    const bytes = await sheetOf([
      good,
      ["郑多错", "居民身份证", "110109198203150005", "", "", "", "2026-03-01", "区医院工会"],
    ]);
    const { batchId } = await preview(actor, bytes, hospital);
    await expect(runCommand(commitImport, actor, { batchId }, { today })).rejects.toMatchObject({
      code: "POLICY",
      message: expect.stringContaining("有 1 行需要改正"),
    });
    expect(await sql("select 1 from worker where name = '章新来'")).toEqual([]);
    expect(await runCommand(commitImport, actor, { batchId, partial: true }, { today })).toMatchObject({
      done: 1,
      faulty: 1,
    });
    const { content } = await read(actor, getImportFile, { batchId });
    const { sheets } = await readWorkbook(new Uint8Array(Buffer.from(content, "base64")));
    expect(sheets[0]?.rows.map(({ cells }) => cells.slice(8))).toEqual([
      ["结论", "原因"],
      ["已导入", ""].slice(0, 2),
      ["不能导入", "身份证号校验位不正确，请核对"],
    ]);
  });

  it("is told of people registered out of sight, and of cards in other names", async () => {
    const actor = await actorOf("fyjingban");
    const maternity = seedUnionId("妇幼保健院工会");
    const elsewhere = seedWorkers().find(({ unionId }) => unionId === hospital);
    const own = seedWorkers().find(({ unionId }) => unionId === maternity);
    const bytes = await sheetOf([
      [elsewhere?.name, "居民身份证", elsewhere?.idNo, "", "", "", "2026-03-01", "妇幼保健院工会"],
      ["另一人", "居民身份证", "110109198507220024", "", "", own?.cardNo, "2026-03-01", "妇幼保健院工会"],
    ]);
    const { batchId } = await preview(actor, bytes, maternity);
    const { rows } = await read(actor, getImport, { batchId });
    expect(rows.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("此人已在其他工会登记"),
      `京卡卡号已登记在${own?.name}名下`,
    ]);
  });

  it("is found by its headings, in any order and under a title", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("2026");
    sheet.addRow(["会员登记表（2026年）"]);
    sheet.addRow(["工会名称", "身份证号", "会员姓名", "入会时间"]);
    sheet.addRow(["区医院工会", "110109197901010063", "秦换列", "2026年3月1日"]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await preview(await actorOf("danwei"), bytes, hospital)).toMatchObject({ total: 1, ready: 1 });
    const noList = await sheetOf([["x"]], ["随便"]);
    await expect(preview(await actorOf("danwei"), noList, hospital)).rejects.toMatchObject({
      message: expect.stringContaining("表头至少应有"),
    });
  });

  it("of somebody else cannot be looked at or imported", async () => {
    const { batchId } = await preview(await actorOf("danwei"), await sheetOf([good]), hospital);
    await expect(read(await actorOf("fyjingban"), getImport, { batchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(runCommand(commitImport, await actorOf("fyjingban"), { batchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("imported twice at the same moment goes in once", async () => {
    const actor = await actorOf("danwei");
    const row = good.with(0, "钱同时").with(2, "110109199001010083").with(3, "女").with(5, "").with(4, "");
    const batches = await Promise.all([
      preview(actor, await sheetOf([row]), hospital),
      preview(actor, await sheetOf([row]), hospital),
    ]);
    const results = await Promise.all(
      batches.map(({ batchId }) => runCommand(commitImport, actor, { batchId, partial: true }, { today })),
    );
    expect(results.map(({ done }) => done).sort()).toEqual([0, 1]);
    expect(await sql("select count(*)::int n from worker where name = '钱同时'")).toEqual([{ n: 1 }]);
  });

  it("starts from a template with the drop-downs of its columns", async () => {
    const { sheets } = await readWorkbook(await registerTemplate(["区医院工会"]));
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      "姓名",
      "证件类型",
      "证件号码",
      "性别",
      "手机号",
      "京卡卡号",
      "入会日期",
      "所属工会",
    ]);
  });
});
