import { join } from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { severityLabels } from "@/lib/policy/severity";
import { readSpendingSheet } from "@/lib/spending/sheet-facts";
import { type JudgedRow, judgeRows, readUnitSheet } from "@/lib/spending/sheet-verdicts";

const FIXTURE = join(import.meta.dirname, "../fixtures/spending-list-2026.xlsx");

function cellsOf(sheet: ExcelJS.Worksheet | undefined): string[][] {
  const table: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    table.push(Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).text));
  });
  return table;
}

let judged: JudgedRow[] = [];
beforeAll(async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(FIXTURE);
  const unit = readUnitSheet(cellsOf(workbook.getWorksheet("单位情况")));
  expect(unit).toEqual({ members: 126n, approvedBudgetIncome: 22_000_000n, mealStandard: 4_000n });
  judged = judgeRows(unit, readSpendingSheet(cellsOf(workbook.getWorksheet("支出明细"))), initialPolicy);
});

function row(number: number): JudgedRow {
  const found = judged.find((each) => each.row.number === String(number));
  if (found === undefined) throw new Error(`row ${number} was not read`);
  return found;
}

function said(number: number): string {
  const { verdict, row: read } = row(number);
  if (verdict === null) return read.problems.join("；");
  const grave = verdict.findings.filter(
    (finding) => finding.severity === verdict.conclusion && finding.severity !== "PASS",
  );
  return [severityLabels[verdict.conclusion], ...grave.map((finding) => finding.ruleId)].join(" ");
}

describe("a hospital union's spending list of 2026", () => {
  it("is read to the last row without the title and the totals", () => {
    expect(judged.map((each) => each.row.number)).toEqual(
      Array.from({ length: 38 }, (_, index) => String(index + 1)),
    );
  });

  it.each([
    [1, "通过"],
    [2, "通过"],
    [3, "通过"],
    [4, "通过"],
    [5, "通过"],
    [6, "通过"],
    [7, "禁止 F14"],
    [8, "禁止 F01"],
    [9, "通过"],
    [10, "通过"],
    [11, "通过"],
    [12, "禁止 F04"],
    [13, "通过"],
    [14, "禁止 F09"],
    [15, "通过"],
    [16, "禁止 F07"],
    [17, "通过"],
    [18, "通过"],
    [19, "禁止 F41"],
    [20, "通过"],
    [21, "通过"],
    [22, "提示 F08"],
    [23, "禁止 F16"],
    [24, "需审批 F17"],
    [25, "需审批 F47"],
    [26, "通过"],
    [27, "禁止 F30"],
    [28, "通过"],
    [29, "通过"],
    [30, "禁止 F28"],
    [31, "通过"],
    [32, "禁止 F15 F37"],
    [33, "禁止 F15"],
    [34, "提示 F12W"],
    [35, "禁止 F12"],
    [36, "缺少摘要"],
    [37, "日期“2026-02-30”不是有效日期"],
    [38, "金额“一百二十”不是有效金额"],
  ])("says of row %i: %s", (number, expected) => {
    expect(said(number)).toBe(expected);
  });

  it("reaches the festival cap to the fen and forbids what comes after", () => {
    const at = row(34).verdict?.findings.find(({ ruleId }) => ruleId === "F12");
    expect(at?.arithmetic[0]).toBe("已用 88,200.00 + 本次 21,800.00 ≤ 预算收入 220,000.00 × 50%");
    const after = row(35).verdict?.findings.find(({ ruleId }) => ruleId === "F12");
    expect(after?.message).toContain("超出12,600.00元");
  });

  it("names the earlier rows behind a number", () => {
    const split = row(22).verdict?.findings.find(({ ruleId }) => ruleId === "F08");
    const before = split?.facts.find(({ id }) => id === "cashPaymentsIn7Days");
    expect(before?.source).toEqual({
      rows: [{ label: "第24行 摄影展布展材料", href: "#row-24", amountFen: "76000" }],
    });
    expect(row(30).verdict?.findings[0]?.message).toContain("2026-08-05第32行");
  });

  it.each([
    [1, "活动方案、活动预算、发票原件、会议纪要、购买方"],
    [4, "发票原件、购买方"],
    [5, "审批表、证明材料"],
    [7, "采购方案、会员名册、发票原件、验收单、购买方"],
    [13, "签领表或餐费发票、购买方"],
    [20, "课程通知、讲师信息与职称、劳务费签领表"],
    [36, ""],
  ])("asks of row %i apart for nothing but what a list cannot carry: %s", (number, expected) => {
    const labels = row(number).toSupply.map(({ label }) => label);
    expect(labels.join("、")).toBe(expected);
  });

  it("asks for 会议纪要 from 大额支出标准 on, not a fen below it", () => {
    const head = ["日期", "摘要", "支出类型", "人数", "金额", "付款方式", "收款单位"];
    const asks = (amount: string) => {
      const table = [head, ["2026-03-05", "打印纸", "办公费", "", amount, "转账", "文具店"]];
      const [only] = judgeRows({}, readSpendingSheet(table), initialPolicy);
      return only?.toSupply.map(({ label }) => label);
    };
    expect(asks("9999.99")).toEqual(["发票原件", "购买方"]);
    expect(asks("10000.00")).toEqual(["发票原件", "会议纪要", "购买方"]);
  });
});

describe("a list with other headings", () => {
  it("is read by what the headings mean", () => {
    const table = [
      ["某单位支出"],
      ["编号", "发生日期", "事由", "类别", "金额（元）", "支付方式", "收款人"],
      ["1", "2026.3.5", "打印费", "办公费", "1，000.00", "现金", "快印店"],
      ["合 计", "", "", "", "1000", "", ""],
    ];
    const rows = readSpendingSheet(table);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      line: 3,
      date: "2026-03-05",
      type: "OFFICE",
      amount: 100_000n,
      problems: [],
    });
    expect(judgeRows({}, rows, initialPolicy)[0]?.verdict?.conclusion).toBe("PASS");
  });

  it("gives nothing back where no list is found", () => {
    expect(readSpendingSheet([["随便", "写写"], []])).toEqual([]);
  });

  it("asks for the budget before it can speak of the festival cap", () => {
    const table = [
      ["日期", "摘要", "支出类型", "人数", "金额", "付款方式", "备注"],
      ["2026-02-10", "春节慰问品", "节日慰问", "10", "3000", "转账", "实物"],
    ];
    const [only] = judgeRows({ members: 10n }, readSpendingSheet(table), initialPolicy);
    expect(only?.verdict?.conclusion).toBe("APPROVAL");
    expect(only?.verdict?.findings.find(({ ruleId }) => ruleId === "F12")?.missing).toEqual([
      { id: "approvedBudgetIncome", label: "当年本级预算收入" },
    ]);
  });
});
