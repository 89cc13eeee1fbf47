import type { Client } from "pg";
import { fen, formatYuan, parseYuan } from "@/lib/core/money";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { setOpeningBalances } from "@/lib/ledger/commands/set-opening";
import { closingEntries, type EntryLine, type MonthMove } from "@/lib/ledger/model";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { loadActor } from "@/lib/server/load-actor";
import { seedUnionId } from "./world";

// Flat data: the golden month of funds.md 2.6, and the months after it.

/** One row of a voucher: account, debit, credit in yuan. */
type Row = readonly [account: string, debit: string, credit?: string];

type SeedVoucher = {
  date: string;
  summary: string;
  rows: readonly Row[];
  kind?: "CLOSING";
  attachments?: number;
  /** 专项: income and expense of it go to 结转 at month-end. */
  isSpecial?: true;
};

/** Opening balances of the golden month at 2026-01-01; 资产总计 128,800.00. */
export const goldenOpening: readonly Row[] = [
  ["101", "800.00"],
  ["102", "120000.00"],
  ["162", "12000.00"],
  ["163", "", "4000.00"],
  ["30104", "", "8000.00"],
  ["32104", "", "10000.00"],
  ["32205", "", "110800.00"],
];

/** 记-0001 to 记-0012 of the golden month; 记-0013 and 记-0014 follow from them (E22, E23). */
export const goldenMonth: readonly SeedVoucher[] = [
  {
    date: "2026-01-05",
    summary: "收到行政拨缴工会经费",
    rows: [
      ["102", "50000.00"],
      ["402", "", "30000.00"],
      ["211", "", "20000.00"],
    ],
  },
  {
    date: "2026-01-06",
    summary: "收会员会费",
    rows: [
      ["102", "1500.00"],
      ["401", "", "1500.00"],
    ],
  },
  {
    date: "2026-01-07",
    summary: "收行政补助（劳动竞赛）",
    isSpecial: true,
    rows: [
      ["102", "8000.00"],
      ["405", "", "8000.00"],
    ],
  },
  {
    date: "2026-01-12",
    summary: "春节联欢会参与奖，30人每人150.00元",
    attachments: 3,
    rows: [
      ["50102", "4500.00"],
      ["102", "", "4500.00"],
    ],
  },
  {
    date: "2026-01-14",
    summary: "春节慰问品，60人每人300.00元",
    attachments: 3,
    rows: [
      ["50105", "18000.00"],
      ["102", "", "18000.00"],
    ],
  },
  {
    date: "2026-01-15",
    summary: "文体活动误餐，40人每人50.00元",
    attachments: 2,
    rows: [
      ["50102", "2000.00"],
      ["102", "", "2000.00"],
    ],
  },
  {
    date: "2026-01-19",
    summary: "购打印机1台",
    attachments: 2,
    rows: [
      ["50702", "1800.00"],
      ["102", "", "1800.00"],
      ["162", "1800.00"],
      ["30104", "", "1800.00"],
    ],
  },
  {
    date: "2026-01-20",
    summary: "购办公用品（现金）",
    rows: [
      ["50504", "260.00"],
      ["101", "", "260.00"],
    ],
  },
  {
    date: "2026-01-21",
    summary: "上缴上级工会经费",
    rows: [
      ["211", "20000.00"],
      ["102", "", "20000.00"],
    ],
  },
  {
    date: "2026-01-23",
    summary: "劳动竞赛奖励",
    attachments: 2,
    isSpecial: true,
    rows: [
      ["50301", "3000.00"],
      ["102", "", "3000.00"],
    ],
  },
  {
    date: "2026-01-30",
    summary: "计提本月折旧",
    rows: [
      ["30104", "191.67"],
      ["163", "", "191.67"],
    ],
  },
  {
    date: "2026-01-30",
    summary: "银行存款利息",
    rows: [
      ["102", "42.35"],
      ["408", "", "42.35"],
    ],
  },
];

/** What the school union did in each later month, beside what comes every month. */
const activities: readonly (readonly SeedVoucher[])[] = [
  [
    {
      date: "2026-02-27",
      summary: "元宵灯谜会纪念品，32人每人60.00元",
      attachments: 2,
      rows: [
        ["50102", "1920.00"],
        ["102", "", "1920.00"],
      ],
    },
  ],
  [
    {
      date: "2026-03-18",
      summary: "健步走活动参与奖，30人每人100.00元",
      attachments: 2,
      rows: [
        ["50102", "3000.00"],
        ["102", "", "3000.00"],
      ],
    },
    {
      date: "2026-03-24",
      summary: "会员代表大会会议费",
      attachments: 2,
      rows: [
        ["50502", "860.00"],
        ["102", "", "860.00"],
      ],
    },
  ],
  [
    {
      date: "2026-04-11",
      summary: "春游门票和交通，32人",
      attachments: 4,
      rows: [
        ["50105", "5760.00"],
        ["102", "", "5760.00"],
      ],
    },
    {
      date: "2026-04-15",
      summary: "提现备用",
      rows: [
        ["101", "600.00"],
        ["102", "", "600.00"],
      ],
    },
  ],
  [
    {
      date: "2026-05-15",
      summary: "收行政补助（教学技能竞赛）",
      isSpecial: true,
      rows: [
        ["102", "6000.00"],
        ["405", "", "6000.00"],
      ],
    },
    {
      date: "2026-05-22",
      summary: "教学技能竞赛奖励",
      attachments: 2,
      isSpecial: true,
      rows: [
        ["50301", "4800.00"],
        ["102", "", "4800.00"],
      ],
    },
  ],
  [
    {
      date: "2026-06-12",
      summary: "端午节慰问品，32人每人200.00元",
      attachments: 3,
      rows: [
        ["50105", "6400.00"],
        ["102", "", "6400.00"],
      ],
    },
  ],
  [
    {
      date: "2026-07-10",
      summary: "夏送清凉，32人每人50.00元",
      attachments: 2,
      rows: [
        ["50405", "1600.00"],
        ["102", "", "1600.00"],
      ],
    },
    {
      date: "2026-07-20",
      summary: "法律讲座授课酬金",
      attachments: 2,
      rows: [
        ["50101", "2000.00"],
        ["102", "", "2000.00"],
      ],
    },
  ],
  [
    {
      date: "2026-08-20",
      summary: "会员住院慰问，1人",
      attachments: 2,
      rows: [
        ["50105", "500.00"],
        ["102", "", "500.00"],
      ],
    },
  ],
  [
    {
      date: "2026-09-04",
      summary: "教师节观影，32人每人45.00元",
      attachments: 2,
      rows: [
        ["50105", "1440.00"],
        ["102", "", "1440.00"],
      ],
    },
    {
      date: "2026-09-16",
      summary: "中秋节慰问品，32人每人300.00元",
      attachments: 3,
      rows: [
        ["50105", "9600.00"],
        ["102", "", "9600.00"],
      ],
    },
  ],
  [
    {
      date: "2026-10-22",
      summary: "秋季运动会器材",
      attachments: 2,
      rows: [
        ["50102", "2380.50"],
        ["102", "", "2380.50"],
      ],
    },
  ],
];

const interest: Readonly<Record<string, string>> = { "03": "96.18", "06": "101.27", "09": "88.64" };

/** Who keeps the books that are seeded. */
export type SeedBooks = { unionId: number; bookkeeper: Actor; checker: Actor };

/** The books of 第一小学工会 for the demo: the golden month, then the months to October, each closed by E22 and E23. */
export async function seedLedger(owner: Client): Promise<void> {
  const actorOf = async (login: string) => {
    const { rows } = await owner.query<{ id: string }>("select id from account where login = $1", [login]);
    const actor = await loadActor(BigInt(rows[0]?.id ?? "0"));
    if (actor === null) throw new Error(`no seeded account ${login}`);
    return actor;
  };
  const books = {
    unionId: seedUnionId("第一小学工会"),
    bookkeeper: await actorOf("xxkuaiji"),
    checker: await actorOf("xxjihe"),
  };
  await seedGoldenMonth(books);
  await seedLaterMonths(books);
}

/** The opening of 2026 and its January, to the fen as in funds.md 2.6. */
export async function seedGoldenMonth(books: SeedBooks): Promise<void> {
  const lines = goldenOpening.map(([accountCode, debit, credit = ""]) => ({ accountCode, debit, credit }));
  const opening = { unionId: books.unionId, asOf: "2026-01-01", lines };
  await runCommand(setOpeningBalances, books.bookkeeper, opening, { today: "2026-01-01" });
  await seedMonth(books, goldenMonth, "2026-01-31");
}

/** February to October. */
export async function seedLaterMonths(books: SeedBooks): Promise<void> {
  for (const [index, special] of activities.entries()) {
    const month = `2026-${String(index + 2).padStart(2, "0")}`;
    await seedMonth(books, [...everyMonth(month), ...special].toSorted(byDate), `${month}-28`);
  }
}

function everyMonth(month: string): SeedVoucher[] {
  const earned = interest[month.slice(5)];
  return [
    {
      date: `${month}-05`,
      summary: "收到行政拨缴工会经费",
      rows: [
        ["102", "12500.00"],
        ["402", "", "7500.00"],
        ["211", "", "5000.00"],
      ],
    },
    {
      date: `${month}-06`,
      summary: "收会员会费",
      rows: [
        ["102", "640.00"],
        ["401", "", "640.00"],
      ],
    },
    {
      date: `${month}-10`,
      summary: "上缴上级工会经费",
      rows: [
        ["211", "5000.00"],
        ["102", "", "5000.00"],
      ],
    },
    {
      date: `${month}-20`,
      summary: "购办公用品（现金）",
      rows: [
        ["50504", "98.50"],
        ["101", "", "98.50"],
      ],
    },
    ...(earned === undefined
      ? []
      : [
          {
            date: `${month}-21`,
            summary: "银行存款利息",
            rows: [
              ["102", earned],
              ["408", "", earned],
            ],
          } satisfies SeedVoucher,
        ]),
    {
      date: `${month}-28`,
      summary: "计提本月折旧",
      rows: [
        ["30104", "191.67"],
        ["163", "", "191.67"],
      ],
    },
  ];
}

function byDate(a: SeedVoucher, b: SeedVoucher): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

async function seedMonth(books: SeedBooks, vouchers: readonly SeedVoucher[], lastDay: string): Promise<void> {
  for (const voucher of vouchers) await seedVoucher(books, voucher);
  for (const closing of closingVouchers(vouchers, lastDay)) await seedVoucher(books, closing);
}

/** The month-end transfers that a month's vouchers call for: 专项 first, then the rest. */
export function closingVouchers(vouchers: readonly SeedVoucher[], date: string): SeedVoucher[] {
  return (["special", "general"] as const).flatMap((fund) => {
    const own = vouchers.filter((voucher) => (voucher.isSpecial === true) === (fund === "special"));
    const entries = closingEntries(movesOf(own), fund);
    const first = entries[0];
    if (first === undefined) return [];
    return [
      { date, summary: first.summary, kind: "CLOSING" as const, attachments: 0, rows: entries.map(rowOf) },
    ];
  });
}

function movesOf(vouchers: readonly SeedVoucher[]): MonthMove[] {
  const moves = new Map<string, bigint>();
  for (const [account, debit, credit = ""] of vouchers.flatMap((voucher) => voucher.rows)) {
    const net = (parseYuan(debit) ?? fen(0n)) - (parseYuan(credit) ?? fen(0n));
    const isIncome = account.startsWith("4");
    if (isIncome || account.startsWith("5"))
      moves.set(account, (moves.get(account) ?? 0n) + (isIncome ? -net : net));
  }
  return [...moves].map(([accountCode, amountFen]) => ({ accountCode, amountFen }));
}

function rowOf(entry: EntryLine): Row {
  const yuan = formatYuan(entry.isRed ? -entry.amountFen : entry.amountFen);
  return entry.side === "DEBIT" ? [entry.accountCode, yuan] : [entry.accountCode, "", yuan];
}

async function seedVoucher(books: SeedBooks, voucher: SeedVoucher): Promise<void> {
  const input = {
    unionId: books.unionId,
    voucherDate: voucher.date,
    kind: voucher.kind ?? "GENERAL",
    attachmentCount: voucher.attachments ?? 1,
    step: "submit",
    lines: voucher.rows.map(([accountCode, debit, credit = ""]) => ({
      summary: voucher.summary,
      accountCode,
      debit,
      credit,
    })),
  };
  const on = { today: voucher.date };
  const entered = await runCommand(enterVoucher, books.bookkeeper, input, on);
  const reviewed = await runCommand(reviewVoucher, books.checker, entered, on);
  await runCommand(postVoucher, books.bookkeeper, reviewed, on);
}
