import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readCaseSheet } from "@/lib/policy/case-sheet";
import { type CaseRow, runCases } from "@/lib/policy/cases";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { fundRuleSets } from "@/lib/spending/rules/rule-sets";

const FOLDER = join(import.meta.dirname, "../cases");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));

describe("the rulebook's own cases", () => {
  for (const file of files) {
    it(`are judged as written in ${file}`, async () => {
      const rows = await readCaseSheet(file, readFileSync(join(FOLDER, file)));
      const results = runCases(rows, fundRuleSets, initialPolicy);
      expect(rows.length).toBeGreaterThan(0);
      expect(results.filter((result) => result.differences.length > 0)).toEqual([]);
    });
  }

  it("cover every rule", async () => {
    const expectations = await Promise.all(
      files.map(async (file) =>
        (await readCaseSheet(file, readFileSync(join(FOLDER, file)))).map((row) => row.cells["预期"] ?? ""),
      ),
    );
    const tested = new Set(expectations.flat().flatMap((text) => text.match(/F\d+W?/gu) ?? []));
    const rules = fundRuleSets.flatMap((ruleSet) => ruleSet.rules.map((rule) => rule.id));
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([]);
  });
});

const HEADINGS = "案例,规则集,业务日期,支出类型,参与奖总额,签到人数,预期,预期金额\n";
const CSV = `${HEADINGS}正好,spending,2026-03-10,文体活动,4500.00,30,F01:PASS,4500.00\n`;

function run(rows: readonly CaseRow[]) {
  return runCases(rows, fundRuleSets, initialPolicy).map((result) => result.differences);
}

describe("reading a case file", () => {
  it("reads the same rows from UTF-8, UTF-8 with a mark, GBK and xlsx", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("案例");
    for (const line of CSV.trim().split("\n")) sheet.addRow(line.split(","));
    const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer());
    const utf8 = await readCaseSheet("a.csv", Buffer.from(CSV));
    expect(run(utf8)).toEqual([[]]);
    expect(await readCaseSheet("a.csv", Buffer.from(`\ufeff${CSV}`))).toEqual(utf8);
    expect(await readCaseSheet("a.csv", iconv.encode(CSV, "gbk"))).toEqual(utf8);
    expect(await readCaseSheet("a.XLSX", xlsx)).toEqual(utf8);
  });

  it("reads the heading of a fact by label, id or another name for it", async () => {
    const byId = CSV.replace("参与奖总额", "awardTotal").replace("签到人数", "participants");
    expect(run(await readCaseSheet("a.csv", Buffer.from(byId)))).toEqual([[]]);
  });

  it("says what it cannot read instead of guessing", async () => {
    const bad = `案例,规则集,业务日期,天气,参与奖总额,预期
a,spending,2026-02-30,,1,PASS
b,weather,2026-03-10,,1,PASS
c,spending,2026-03-10,晴,1,PASS
d,spending,2026-03-10,,一百,PASS
e,spending,2026-03-10,,1,
f,spending,2026-03-10,,1,F99:PASS
`;
    expect(run(await readCaseSheet("a.csv", Buffer.from(bad)))).toEqual([
      ["业务日期“2026-02-30”不是日期"],
      ["没有规则集“weather”"],
      ["列“天气”既不是事实也不是参数"],
      ["参与奖总额“一百”不能识别（元）"],
      ["没有填写预期"],
      ["F99 预期通过，实际未判定（缺少所需的列或不适用）"],
    ]);
  });

  it("prints what differs with the finding's own words", async () => {
    const wrong = CSV.replace("4500.00,30", "4500.01,30");
    const [differences] = run(await readCaseSheet("a.csv", Buffer.from(wrong)));
    expect(differences?.[0]).toMatch(/^F01 预期通过，实际禁止：参与奖人均150\.01元/u);
  });
});

describe("columns of a case", () => {
  const question = { 案例: "x", 规则集: "spending", 业务日期: "2026-03-10", 支出类型: "文体活动" };

  it("take a blank cell as unknown and an absent column as not under test", () => {
    const blank = { ...question, 参与奖总额: "100", 签到人数: "", 预期: "F01:待补" };
    const absent = { ...question, 参与奖总额: "100", 预期: "F01:不适用" };
    expect(
      run([
        { line: 2, cells: blank },
        { line: 3, cells: absent },
      ]),
    ).toEqual([[], []]);
  });

  it("named after a parameter set it for that row", () => {
    const row = { ...question, 参与奖总额: "4500.01", 签到人数: "30", P_AWARD_PARTICIPATION_PC: "200" };
    expect(run([{ line: 2, cells: { ...row, 预期: "F01:PASS", 预期金额: "6000" } }])).toEqual([[]]);
  });
});
