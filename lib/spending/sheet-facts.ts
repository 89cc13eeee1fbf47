import { type BusinessDate, parseDate } from "@/lib/core/dates";
import { type Fen, fen, parseYuan } from "@/lib/core/money";
import { type Facts, NEVER } from "@/lib/policy/facts";
import { spendingFacts } from "@/lib/spending/rules/facts";
import { instrumentOf } from "@/lib/spending/rules/instrument-matrix";
import { festivalOf, type SpendingType, spendingTypeOf } from "@/lib/spending/types-of-spending";

/** A row of a spending list as a union keeps it, read as far as it can be. */
export interface SheetRow {
  /** The row number in the user's own file. */
  readonly line: number;
  readonly number: string;
  readonly date: BusinessDate | null;
  readonly summary: string;
  readonly type: SpendingType | null;
  readonly amount: Fen | null;
  readonly payee: string;
  readonly invoiceNo: string;
  readonly facts: Facts;
  /** Why the row cannot be judged, in Chinese; empty when it can. */
  readonly problems: readonly string[];
}

const headings = {
  number: ["序号", "编号"],
  date: ["日期", "业务日期", "发生日期", "支出日期"],
  summary: ["摘要", "事由", "内容", "支出内容"],
  type: ["支出类型", "类型", "类别", "支出类别"],
  people: ["人数", "参加人数", "享受人数"],
  amount: ["金额", "支出金额", "金额合计"],
  payment: ["付款方式", "支付方式", "结算方式"],
  payee: ["收款单位", "收款人", "收款方"],
  invoiceNo: ["发票号码", "发票号", "票据号码"],
  note: ["备注", "说明"],
} as const;
type Column = keyof typeof headings;
const REQUIRED: readonly Column[] = ["date", "summary", "type", "amount"];

/** Reads a table of cells into spending rows: title rows above the headings and the totals row are passed over. */
export function readSpendingSheet(table: readonly (readonly string[])[]): SheetRow[] {
  const at = table.findIndex((cells) => REQUIRED.every((column) => columnAt(cells, column) >= 0));
  const head = table[at];
  if (head === undefined) return [];
  return table
    .slice(at + 1)
    .map((cells, index) => {
      const cell = (column: Column) => cells[columnAt(head, column)]?.trim() ?? "";
      return { line: at + index + 2, cells, cell };
    })
    .filter(({ cells }) => cells.some((text) => text.trim() !== "") && !isTotal(cells))
    .map(({ line, cell }) => readRow(line, cell));
}

/** The column under a heading; units in brackets and blanks inside a heading do not matter. */
function columnAt(cells: readonly string[], column: Column): number {
  const names: readonly string[] = headings[column];
  return cells.findIndex((text) => names.includes(text.normalize("NFKC").replace(/\s|\(.*\)/gu, "")));
}

function isTotal(cells: readonly string[]): boolean {
  return /^(合\s*计|总\s*计|小\s*计)/u.test(cells.find((text) => text.trim() !== "") ?? "");
}

function readRow(line: number, cell: (column: Column) => string): SheetRow {
  const date = parseDate(cell("date"));
  const summary = cell("summary");
  const type = spendingTypeOf(cell("type"));
  const amount = parseYuan(cell("amount"));
  const problems = [
    date === null ? problemOf("日期", cell("date"), "不是有效日期") : null,
    summary === "" ? "缺少摘要" : null,
    type === null ? problemOf("支出类型", cell("type"), "不能识别") : null,
    amount === null || amount <= 0n ? problemOf("金额", cell("amount"), "不是有效金额") : null,
  ].filter((problem) => problem !== null);
  const facts =
    type === null || amount === null ? {} : factsOfRow({ cell, summary, type, amount, note: cell("note") });
  const identity = { line, number: cell("number"), payee: cell("payee"), invoiceNo: cell("invoiceNo") };
  return { ...identity, date, summary, type, amount, facts, problems };
}

function problemOf(label: string, text: string, wrong: string): string {
  return text === "" ? `缺少${label}` : `${label}“${text}”${wrong}`;
}

interface RowText {
  readonly cell: (column: Column) => string;
  readonly summary: string;
  readonly note: string;
  readonly type: SpendingType;
  readonly amount: Fen;
}

function factsOfRow(row: RowText): Facts {
  const paymentMethod = spendingFacts.paymentMethod.parse(row.cell("payment"));
  return {
    amount: row.amount,
    purpose: row.summary,
    payee: row.cell("payee"),
    // A kept list is of things already bought and handed out.
    handedOut: true,
    ...(paymentMethod === null ? {} : { paymentMethod }),
    ...(row.cell("invoiceNo") === "" ? {} : { invoiceNo: row.cell("invoiceNo") }),
    ...peopleOf(row),
    ...goodsOf(row),
    ...amountsOf(row),
  };
}

/** The number after or before some words: 签到118人, 获奖21人, 副高4学时. */
function numberIn(text: string, pattern: RegExp): bigint | undefined {
  const digits = pattern.exec(text.normalize("NFKC"))?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}

function moneyIn(text: string, pattern: RegExp): Fen | undefined {
  return parseYuan(pattern.exec(text.normalize("NFKC"))?.[1] ?? "") ?? undefined;
}

function peopleOf({ cell, summary, note, type }: RowText): Facts {
  const text = `${summary}；${note}`;
  // The column counts people; what 签到 or 参赛 says is closer to the event and wins.
  const people = spendingFacts.participants.parse(cell("people")) ?? undefined;
  const meal = /(\d{1,6})人(?:各)?(\d{1,3})餐/u.exec(text.normalize("NFKC"));
  const meals = meal === null ? undefined : BigInt(meal[2] ?? "0");
  return {
    participants: numberIn(text, /(?:签到|参赛)(\d{1,6})人/u) ?? people,
    recipients: people,
    signed: numberIn(text, /签收(\d{1,6})人/u),
    winners: numberIn(text, /获奖(\d{1,6})人/u),
    wearers: type === "CLOTHING" ? people : undefined,
    persons: meal === null ? people : BigInt(meal[1] ?? "0"),
    meals,
    // The list does not tell days; up to three meals are taken as one day, the stricter reading.
    days: meals === undefined ? undefined : (meals + 2n) / 3n,
    hours: numberIn(text, /(\d{1,3})学时/u),
  };
}

function goodsOf({ summary, note, type }: RowText): Facts {
  const text = `${summary}；${note}`;
  const goods = /(?:慰问品?|物品)[：:]\s*(.+)$|(?:慰问品|纪念品)[（(](.+)[）)]/u.exec(summary);
  const names = (goods?.[1] ?? goods?.[2])?.split(/[、，,；;]/u).map((name) => name.trim());
  const last = /上次购置(?:于|：|:)?\s*([\d年月日./-]+)/u.exec(text)?.[1];
  return {
    instrument: instrumentOf(text) ?? undefined,
    itemNames: names,
    festivalCode: type === "FESTIVAL" ? festivalOf(summary)?.name : undefined,
    lastPurchaseDate: /从未购置|首次购置/u.test(text) ? NEVER : (parseDate(last ?? "") ?? undefined),
    lecturerRank: ["副高", "正高", "院士", "中级"]
      .filter((rank) => text.includes(rank))
      .map((rank) => spendingFacts.lecturerRank.parse(rank))
      .find((rank) => rank !== null),
  };
}

function amountsOf({ cell, summary, note, type, amount }: RowText): Facts {
  const text = `${summary}；${note}`;
  const people = spendingFacts.participants.parse(cell("people")) ?? 0n;
  const stated = moneyIn(text, /每人([\d.,]+)元?/u);
  // Rounded up, so that an uneven share never looks smaller than it is.
  const share = people > 0n ? fen((amount + people - 1n) / people) : undefined;
  const isAward = /参与奖|纪念品/u.test(`${summary}${cell("type")}`);
  return {
    awardTotal: type === "ARTS_SPORTS" || type === "GALA" ? (isAward ? amount : 0n) : undefined,
    clothingTotal: type === "CLOTHING" ? amount : undefined,
    mealTotal: type === "MEAL" ? amount : undefined,
    feeAfterTax: /讲课费/u.test(text) && /税后/u.test(text) ? amount : undefined,
    amountPerPerson: type === "BIRTHDAY" ? largest(stated, share) : undefined,
    unitPrice: moneyIn(text, /单价\s*([\d.,]+)/u),
  };
}

function largest(left: bigint | undefined, right: bigint | undefined): bigint | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left < right ? right : left;
}
