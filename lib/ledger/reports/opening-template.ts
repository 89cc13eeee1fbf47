import type { LedgerSide } from "@/generated/prisma/enums";
import { formatYuan } from "@/lib/core/money";
import { buildWorkbook } from "@/lib/exchange/sheet";

/** The balances most grassroots unions start with; any other account of the chart may be added as a row. */
const usualAccounts: readonly (readonly [code: string, name: string])[] = [
  ["101", "库存现金"],
  ["102", "银行存款"],
  ["135", "其他应收款"],
  ["141", "库存物品"],
  ["162", "固定资产"],
  ["163", "累计折旧"],
  ["211", "应付上级经费"],
  ["215", "其他应付款"],
  ["30101", "资产基金—库存物品"],
  ["30104", "资产基金—固定资产"],
  ["32104", "工会资金结转—累计结转"],
  ["32205", "工会资金结余—累计结余"],
];

const facts = [
  "在册会员",
  "本级预算收入（元）",
  "工作餐标准（元/餐）",
  "本年已支 节日慰问",
  "本年已支 生日慰问",
  "上次购置服装",
] as const;

/** The list 项目 | 内容 that importing opening balances reads, filled with what is already entered. Amounts in yuan. */
export function openingTemplate(
  union: { name: string },
  entered: readonly { accountCode: string; side: LedgerSide; amountFen: bigint }[],
): Promise<Uint8Array> {
  const known = new Map(entered.map((row) => [row.accountCode, row]));
  return buildWorkbook([
    {
      name: "单位情况",
      columns: [
        { title: "项目", width: 36 },
        { title: "内容", width: 24 },
        { title: "怎么填", width: 60 },
      ],
      rows: [
        ["单位", union.name, "不要改，防止导入到别的单位"],
        ...usualAccounts.map(([code, name]) => [
          `期初 ${code} ${name}`,
          formatted(known.get(code)?.amountFen),
          "填元，写在科目余额的正常方向，反方向写负数；没有余额留空",
        ]),
        ...facts.map((fact) => [fact, null, hintOf(fact)]),
      ],
    },
  ]);
}

function formatted(amount: bigint | undefined): string | null {
  return amount === undefined ? null : formatYuan(amount);
}

function hintOf(fact: string): string {
  if (fact.startsWith("本年已支")) return "启用日之前本年已列支的合计，支出类型写在“本年已支”后，可加行";
  if (fact === "上次购置服装") return "日期和人数，例如 2023-04-10，12人；队名可写在前面，可加行";
  return "没有就留空";
}
