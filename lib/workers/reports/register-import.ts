import { z } from "zod";
import { Refusal } from "@/lib/core/errors";
import { idTypeLabels, normalizeName } from "@/lib/core/identity";
import { annotateWorkbook, buildWorkbook } from "@/lib/exchange/sheet";
import type { Tx } from "@/lib/server/db";
import { loadFile } from "@/lib/server/files";
import { defineQuery } from "@/lib/server/query";
import { batchKind, loadRows } from "../commands/preview-import";
import { batchInput } from "../schema";

/** What became of a row, for the screen and for the 结论 column of the file. */
export const outcomeLabels: Readonly<Record<string, string>> = {
  READY: "可导入",
  UNCHANGED: "已在名册",
  FAULTY: "不能导入",
  DONE: "已导入",
};

const factsSchema = z.object({ headerRows: z.record(z.string(), z.number()) });
const countsSchema = z.object({
  total: z.number(),
  ready: z.number(),
  unchanged: z.number(),
  faulty: z.number(),
  done: z.number().optional(),
});

/** One judged or imported register file: its counts and the verdict of each row, good ones first. */
export const getImport = defineQuery({
  name: "workers.getImport",
  label: "查看名册导入结果",
  permission: "workers.register",
  input: batchInput,
  async run(tx, { batchId }) {
    const batch = await findBatch(tx, batchId);
    const outcomes = await outcomesOf(tx, batchId);
    const rows = (await loadRows(tx, batchId)).map(({ id, sheet, rowNumber, cells }) => ({
      ...{ sheet, rowNumber, ...(outcomes.get(id) ?? { outcome: "", reason: "" }) },
      ...{ name: normalizeName(String(cells.name ?? "")), unionName: String(cells.union ?? "") },
    }));
    const order = ["READY", "DONE", "FAULTY", "UNCHANGED"];
    return {
      ...{ id: batchId.toString(), fileName: batch.fileName, uploadedAt: batch.uploadedAt.toISOString() },
      ...{ isCommitted: batch.committedAt !== null, counts: countsSchema.parse(batch.counts) },
      rows: rows.sort(
        (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.rowNumber - b.rowNumber,
      ),
    };
  },
});

/** The user's own file back with the verdict and the reason behind each row. */
export const getImportFile = defineQuery({
  name: "workers.getImportFile",
  label: "下载名册导入结果",
  permission: "workers.register",
  input: batchInput,
  async run(tx, { batchId }) {
    const batch = await findBatch(tx, batchId);
    const { headerRows } = factsSchema.parse(batch.facts);
    const rows = await tx.importRow.findMany({
      where: { batchId },
      select: { sheet: true, rowNumber: true, outcome: true, reason: true },
    });
    const notes = Object.entries(headerRows).map(([sheet, headerRow]) => ({
      ...{ sheet, headerRow, titles: ["结论", "原因"] },
      rows: new Map(
        rows
          .filter((row) => row.sheet === sheet)
          .map(({ rowNumber, outcome, reason }) => [rowNumber, [outcomeLabels[outcome] ?? outcome, reason]]),
      ),
    }));
    const bytes = await annotateWorkbook(await loadFile(batch.sha256), notes);
    return {
      unionId: batch.unionId,
      fileName: batch.fileName,
      rows: rows.length,
      content: Buffer.from(bytes).toString("base64"),
    };
  },
});

/** The latest register files of the unions in sight. */
export const listImports = defineQuery({
  name: "workers.listImports",
  label: "查看名册导入记录",
  permission: "workers.register",
  input: z.strictObject({}),
  async run(tx) {
    const rows = await tx.importBatch.findMany({
      where: { kind: batchKind },
      select: { id: true, fileName: true, uploadedAt: true, committedAt: true, counts: true },
      orderBy: { id: "desc" },
      take: 20,
    });
    return rows.map(({ id, uploadedAt, committedAt, counts, ...row }) => ({
      ...{ ...row, id: id.toString(), uploadedAt: uploadedAt.toISOString() },
      ...{ isCommitted: committedAt !== null, counts: countsSchema.parse(counts) },
    }));
  },
});

/** An empty register file with its drop-downs, for the unions given. */
export function registerTemplate(unionNames: readonly string[]): Promise<Uint8Array> {
  const columns = [
    ...[{ title: "姓名" }, { title: "证件类型", options: Object.values(idTypeLabels), width: 22 }],
    ...[
      { title: "证件号码", width: 24 },
      { title: "性别", options: ["男", "女"], width: 8 },
      { title: "手机号" },
    ],
    ...[
      { title: "京卡卡号", width: 24 },
      { title: "入会日期" },
      { title: "所属工会", options: [...unionNames], width: 30 },
    ],
  ];
  return buildWorkbook([{ name: "会员登记表", columns, rows: [] }]);
}

async function findBatch(tx: Tx, batchId: bigint) {
  const batch = await tx.importBatch.findFirst({
    where: { id: batchId, kind: batchKind },
    select: {
      ...{ unionId: true, fileName: true, sha256: true, uploadedAt: true, committedAt: true },
      ...{ counts: true, facts: true },
    },
  });
  if (batch === null) throw new Refusal("NOT_FOUND", "未找到该批导入，或您没有权限");
  return batch;
}

async function outcomesOf(
  tx: Tx,
  batchId: bigint,
): Promise<Map<bigint, { outcome: string; reason: string }>> {
  const rows = await tx.importRow.findMany({
    where: { batchId },
    select: { id: true, outcome: true, reason: true },
  });
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
