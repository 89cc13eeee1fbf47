import { parseDate, toDbDate, yearOf } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { toJson } from "@/lib/core/json";
import { parseYuan } from "@/lib/core/money";
import { type Cell, readWorkbook, type Sheet } from "@/lib/exchange/sheet";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { loadUpload } from "@/lib/server/files";
import { defaultDetails } from "../model";
import { unionBooks } from "../queries";
import { importOpeningInput } from "../schema";
import { type OpeningLine, setOpeningIn } from "./set-opening";

type Fact = {
  code: string;
  label: string;
  amountFen: bigint | null;
  count: number | null;
  date: string | null;
};

type ReadSheet = { openings: OpeningLine[]; facts: Fact[]; skipped: { row: number; item: string }[] };

/**
 * Reads a list 项目 | 内容 with opening balances (“期初 101 库存现金”) and figures of the year so far, and sets both.
 * The same file again changes nothing: openings are set as a whole, facts of the same source are replaced.
 */
export const importOpening = defineCommand({
  name: "ledger.importOpening",
  label: "导入期初余额和本年已发生数",
  permission: "ledger.enter",
  input: importOpeningInput,
  async run(tx, { unionId, asOf, fileName, ticket }, context) {
    context.requireUnion(unionId);
    if (asOf > context.today)
      throw new Refusal("INVALID", "启用日期不能晚于今天", [{ path: "asOf", message: "不能晚于今天" }]);
    const union = await unionBooks(tx, unionId);
    const { sheets } = await readWorkbook(await loadUpload(context.actor, ticket));
    const list = sheets.find((sheet) => headOf(sheet) !== null);
    if (list === undefined) throw new Refusal("INVALID", "没有找到“项目、内容”两列的表，请用本页的模板填写");
    const sides = await sidesOf(tx, union.chart);
    const content = readList(list, { unionName: union.name, sides });
    if (content.openings.length > 0) {
      const enteredById = context.personId();
      await setOpeningIn(tx, { unionId, asOf, lines: content.openings, enteredById });
    }
    await replaceFacts(tx, {
      unionId,
      year: yearOf(asOf),
      facts: content.facts,
      enteredById: context.personId(),
    });
    return {
      value: {
        openings: content.openings.length,
        facts: content.facts.length,
        skipped: content.skipped.map(({ row, item }) => `第 ${row} 行“${item}”没有导入`),
      },
      audit: {
        subject: `ledger_book:${unionId}`,
        unionId,
        detail: toJson({ fileName, asOf, openings: content.openings, facts: content.facts }),
      },
    };
  },
});

async function sidesOf(tx: Tx, chart: "GRASSROOTS" | "DISTRICT") {
  const accounts = await tx.ledgerAccount.findMany({ where: { chart }, select: { code: true, side: true } });
  return new Map(accounts.map((account) => [account.code, account.side]));
}

const source = "期初导入";

async function replaceFacts(
  tx: Tx,
  {
    unionId,
    year,
    facts,
    enteredById,
  }: { unionId: number; year: number; facts: readonly Fact[]; enteredById: bigint },
): Promise<void> {
  await tx.openingFact.deleteMany({ where: { unionId, year, source } });
  await tx.openingFact.createMany({
    data: facts.map(({ date, ...fact }) => ({
      ...fact,
      date: date === null ? null : toDbDate(date),
      unionId,
      year,
      source,
      enteredById,
    })),
  });
}

function headOf(sheet: Sheet): number | null {
  return (
    sheet.rows.find(({ cells }) => text(cells[0]) === "项目" && text(cells[1]) === "内容")?.number ?? null
  );
}

type Reading = { unionName: string; sides: ReadonlyMap<string, OpeningLine["side"]> };

function readList(sheet: Sheet, { unionName, sides }: Reading): ReadSheet {
  const head = headOf(sheet) ?? 0;
  const result: ReadSheet = { openings: [], facts: [], skipped: [] };
  for (const { number, cells } of sheet.rows.filter((row) => row.number > head)) {
    const item = text(cells[0]);
    const content = text(cells[1]);
    if (item === "单位" && content !== "" && content !== unionName)
      throw new Refusal("INVALID", `文件是“${content}”的，不是“${unionName}”的，没有导入`);
    const opening = /^期初\s*(\d{3,12})/u.exec(item);
    if (opening !== null && content !== "")
      result.openings.push(openingOf(opening[1] ?? "", content, { row: number, sides }));
    const fact = opening === null ? factOf(item, content) : null;
    if (fact !== null) result.facts.push(fact);
    else if (opening === null && !headings.has(item)) result.skipped.push({ row: number, item });
  }
  return result;
}

const headings = new Set(["单位", "上级工会", "会计"]);

function openingOf(
  code: string,
  content: string,
  { row, sides }: { row: number; sides: Reading["sides"] },
): OpeningLine {
  const amount = parseYuan(content);
  if (amount === null) throw new Refusal("INVALID", `第 ${row} 行的金额“${content}”没有读出，没有导入`);
  const accountCode = defaultDetails.get(code) ?? code;
  const side = sides.get(accountCode);
  if (side === undefined)
    throw new Refusal("INVALID", `第 ${row} 行的科目 ${code} 不在本单位账套中，没有导入`);
  const other = side === "DEBIT" ? "CREDIT" : "DEBIT";
  return { accountCode, side: amount < 0n ? other : side, amountFen: amount < 0n ? -amount : amount };
}

/** What the list may say beside opening balances; the code is what other areas look a figure up by. */
const factKinds: readonly { pattern: RegExp; code: string; holds: "amount" | "count" | "event" }[] = [
  { pattern: /^本年已(?:列)?支/u, code: "SPENT", holds: "amount" },
  { pattern: /预算收入/u, code: "BUDGET_INCOME", holds: "amount" },
  { pattern: /^在册会员/u, code: "MEMBERS", holds: "count" },
  { pattern: /^工作餐标准/u, code: "MEAL_STANDARD", holds: "amount" },
  { pattern: /差旅伙食补助/u, code: "TRAVEL_MEAL", holds: "amount" },
  { pattern: /购置服装/u, code: "CLOTHING", holds: "event" },
];

function factOf(item: string, content: string): Fact | null {
  const kind = factKinds.find(({ pattern }) => pattern.test(item));
  if (kind === undefined || content === "") return null;
  const fact = { code: kind.code, label: item, amountFen: null, count: null, date: null };
  // “100（待确认）” and “2023-04-10，12人”: a figure first, words after it.
  const [first = "", rest = ""] = content.split(/[（(，,](?!\d{3}\b)/u);
  if (kind.holds === "count")
    return /^\d{1,9}/u.test(first) ? { ...fact, count: Number.parseInt(first, 10) } : null;
  if (kind.holds === "amount") {
    const amountFen = parseYuan(first);
    return amountFen === null ? null : { ...fact, amountFen };
  }
  const date = parseDate(first);
  const people = /(\d+)\s*人/u.exec(rest);
  return date === null ? null : { ...fact, date, count: people === null ? null : Number(people[1]) };
}

function text(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell).trim();
}
