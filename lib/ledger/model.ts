import type { BooksIn, ChartKind, LedgerSide, PeriodState, UnionLevel } from "@/generated/prisma/enums";
import { Refusal } from "@/lib/core/errors";
import { formatYuan } from "@/lib/core/money";

/** One entry of a voucher: a positive amount in fen on one side; red takes the amount back on that side. */
export type EntryLine = {
  summary: string;
  accountCode: string;
  side: LedgerSide;
  amountFen: bigint;
  isRed: boolean;
};

/** What an account stands at: turnover and openings in fen, debit and credit apart. */
export type Turnover = { debitFen: bigint; creditFen: bigint };

/** 库存现金 of both statutory charts. */
export const cashAccount = "101";
/** 银行存款 of both statutory charts. */
export const bankAccount = "102";
const fixedAssets = "162";
const fixedAssetFund = "30104";
const capitalSpending = "507";

/** Where a balance given for a parent account is kept when its list names no detail. */
export const defaultDetails: ReadonlyMap<string, string> = new Map([
  ["321", "32104"],
  ["322", "32205"],
]);

/** The chart a union keeps its books by: the district's own books use the larger one. */
export function chartOf(level: UnionLevel): ChartKind {
  return level === "DISTRICT" ? "DISTRICT" : "GRASSROOTS";
}

/** The amount in fen with the sign a red line has. */
export function signedFen(line: Pick<EntryLine, "amountFen" | "isRed">): bigint {
  return line.isRed ? -line.amountFen : line.amountFen;
}

/** What the lines of a voucher add up to on each side, in fen; red lines are negative. */
export function sumsOf(lines: readonly Pick<EntryLine, "side" | "amountFen" | "isRed">[]): Turnover {
  const of = (side: LedgerSide) =>
    lines.filter((line) => line.side === side).reduce((sum, line) => sum + signedFen(line), 0n);
  return { debitFen: of("DEBIT"), creditFen: of("CREDIT") };
}

/** Debits minus credits in fen; nought when the voucher balances. */
export function imbalanceOf(lines: readonly Pick<EntryLine, "side" | "amountFen" | "isRed">[]): bigint {
  const { debitFen, creditFen } = sumsOf(lines);
  return debitFen - creditFen;
}

/** Whether an entry moves cash or bank. */
export function isMoney({ accountCode }: Pick<EntryLine, "accountCode">): boolean {
  return accountCode.startsWith(cashAccount) || accountCode.startsWith(bankAccount);
}

/** Whether an entry is an expense (5类科目). */
export function isExpense({ accountCode }: Pick<EntryLine, "accountCode">): boolean {
  return accountCode.startsWith("5");
}

/** 记-0012: four digits, more when a month needs them (funds.md 5). */
export function voucherNumber(number: number): string {
  return `记-${number.toString().padStart(4, "0")}`;
}

/** The balance as books write it: a direction and an amount in fen without sign; 平 when there is none. */
export function balanceOf({ debitFen, creditFen }: Turnover): {
  direction: "借" | "贷" | "平";
  amountFen: bigint;
} {
  const net = debitFen - creditFen;
  if (net === 0n) return { direction: "平", amountFen: 0n };
  return net > 0n ? { direction: "借", amountFen: net } : { direction: "贷", amountFen: -net };
}

/** The summary a reversal must bear: 注销某月某日某号凭证 (《会计基础工作规范》第五十一条). */
export function reversalSummary(original: { voucherDate: string; number: number }): string {
  const [, month, day] = original.voucherDate.split("-");
  return `注销${Number(month)}月${Number(day)}日${voucherNumber(original.number)}号凭证`;
}

/** The same lines in red: they take back what the original entered, on the same sides. */
export function reversed(lines: readonly EntryLine[], summary: string): EntryLine[] {
  return lines.map((line) => ({ ...line, summary, isRed: !line.isRed }));
}

/**
 * The entries of a spending (E09): expense against cash or bank; a capital item also enters the asset and its fund
 * (E12, 借162 贷30104). Amounts in fen.
 */
export function entriesForSpending(spending: {
  lines: readonly { accountCode: string; amountFen: bigint; summary: string }[];
  method: "CASH" | "BANK";
}): EntryLine[] {
  const summary = spending.lines[0]?.summary ?? "";
  const total = spending.lines.reduce((sum, line) => sum + line.amountFen, 0n);
  const capital = spending.lines.filter((line) => line.accountCode.startsWith(capitalSpending));
  const entry = (accountCode: string, side: LedgerSide, amountFen: bigint, text = summary): EntryLine => ({
    summary: text,
    accountCode,
    side,
    amountFen,
    isRed: false,
  });
  return [
    ...spending.lines.map((line) => entry(line.accountCode, "DEBIT", line.amountFen, line.summary)),
    entry(spending.method === "CASH" ? cashAccount : bankAccount, "CREDIT", total),
    ...capital.flatMap((line) => [
      entry(fixedAssets, "DEBIT", line.amountFen, line.summary),
      entry(fixedAssetFund, "CREDIT", line.amountFen, line.summary),
    ]),
  ];
}

/** What an income or expense account moved in a month, in fen on its own side. */
export type MonthMove = { accountCode: string; amountFen: bigint };

/**
 * The month-end transfer of income and expense into 结转 (专项, E22) or 结余 (非专项, E23): incomes are debited against
 * the fund, the fund is debited against the expenses. Accounts that did not move are left out.
 */
export function closingEntries(moves: readonly MonthMove[], fund: "special" | "general"): EntryLine[] {
  const target = fund === "special" ? "32103" : "32203";
  const summary = fund === "special" ? "结转本月专项收支" : "结转本月非专项收支";
  const ofElement = (digit: string) =>
    moves
      .filter((move) => move.accountCode.startsWith(digit) && move.amountFen !== 0n)
      .toSorted((a, b) => (a.accountCode < b.accountCode ? -1 : 1));
  const half = (parts: readonly MonthMove[], side: LedgerSide): EntryLine[] => {
    if (parts.length === 0) return [];
    const entries = parts.map((part) => entryOf({ ...part, summary }, side));
    const total = parts.reduce((sum, part) => sum + part.amountFen, 0n);
    const other = side === "DEBIT" ? "CREDIT" : "DEBIT";
    const fundEntry = entryOf({ accountCode: target, amountFen: total, summary }, other);
    return side === "DEBIT" ? [...entries, fundEntry] : [fundEntry, ...entries];
  };
  return [...half(ofElement("4"), "DEBIT"), ...half(ofElement("5"), "CREDIT")];
}

/** An entry from a signed amount: below nought it is red. */
function entryOf(move: MonthMove & { summary: string }, side: LedgerSide): EntryLine {
  const isRed = move.amountFen < 0n;
  return { ...move, side, isRed, amountFen: isRed ? -move.amountFen : move.amountFen };
}

const closedWords: Record<Exclude<PeriodState, "OPEN">, string> = { PAUSED: "已暂停记账", CLOSED: "已结账" };

/** Why vouchers of a month are not taken, or null when they are (F32 会计期间). */
export function periodRefusal(month: string, state: PeriodState): Refusal | null {
  if (state === "OPEN") return null;
  const remedy =
    state === "CLOSED"
      ? "请在未结账期间做更正凭证（注销某月某日某号凭证）"
      : "请先恢复该月，或改用开放的月份";
  return new Refusal("POLICY", `${month} ${closedWords[state]}，${remedy}（F32 会计期间）`, [
    { path: "voucherDate", message: `${month} ${closedWords[state]}` },
  ]);
}

/** Why vouchers are not posted here, or null when the portal keeps this union's books (practice.md 5). */
export function elsewhereRefusal(booksIn: BooksIn): Refusal | null {
  if (booksIn === "PORTAL") return null;
  const where = booksIn === "CENTRAL_FINANCE" ? "财务集中管控系统" : "其他财务软件";
  return new Refusal("POLICY", `本单位账簿在${where}，凭证在此稽核后导出，不在本平台记账`);
}

/** The sentence for an expected no of the database (SQLSTATE class LG); null for a code it does not know. */
export function refusalForState(code: string, facts: ReadonlyMap<string, string>): Refusal | null {
  const fact = (name: string) => facts.get(name) ?? "";
  const yuan = (name: string) => formatYuan(BigInt(facts.get(name) ?? "0"));
  switch (code) {
    case "LG010":
      return new Refusal("CONFLICT", "凭证已离开可修改的状态，不能修改或删除；已记账凭证只能红字冲销");
    case "LG101":
      return periodRefusal(fact("month"), fact("state") === "PAUSED" ? "PAUSED" : "CLOSED");
    case "LG102":
      return new Refusal(
        "INVALID",
        `借方 ${yuan("debit")} ≠ 贷方 ${yuan("credit")}，不能记账（F33 借贷平衡）`,
      );
    case "LG103":
      return new Refusal("INVALID", `科目 ${fact("codes")} 不是本单位账套的末级科目，不能记账`);
    case "LG104":
      return new Refusal("INVALID", "凭证和每一行都须有摘要（F33 分录完整）");
    case "LG105":
      return new Refusal("INVALID", `本单位账簿自 ${fact("startsOn")} 启用，不能记入更早的日期`);
    case "LG106":
      return elsewhereRefusal("OTHER");
    case "LG107":
      return new Refusal(
        "POLICY",
        "缺少附件：除结账和更正凭证外，须填附单据数（F33，《会计基础工作规范》第五十一条）",
      );
    case "LG108":
      return new Refusal("INVALID", "凭证至少有一借一贷，且金额不为零（F33 分录完整）");
    case "LG109":
      return new Refusal(
        "POLICY",
        `库存现金在 ${fact("date")} 将为 ${yuan("balance")}，现金不能为负，不能记账`,
      );
    case "LG110":
      return new Refusal("FORBIDDEN", "出纳不得兼任稽核和账目登记（F24，《会计法》第三十五条）");
    case "LG111":
      return new Refusal("CONFLICT", "红字冲销凭证须与原凭证分录一致，且在同一会计年度内");
    case "LG112":
      return new Refusal("CONFLICT", "本单位已有记账凭证，期初余额不能再改；有差错请做更正凭证");
    default:
      return null;
  }
}
