import type { BusinessDate } from "@/lib/core/dates";
import type { InstrumentId } from "@/lib/policy/instruments";
import type { ListEntry } from "@/lib/policy/lists";
import type { Severity } from "@/lib/policy/severity";

interface Source {
  readonly list: string;
  readonly group: string;
  readonly severity: Severity;
  readonly from: BusinessDate;
  readonly instrument: InstrumentId;
}

/** Entries of one source; a word may carry longer words after a slash that do not count as a hit. */
function entries(source: Source, words: readonly string[]): ListEntry[] {
  return words.map((each) => {
    const [word = "", ...except] = each.split("/");
    return { ...source, word, except, to: null };
  });
}

const BANNED_GOODS = { list: "BANNED_GOODS", group: "GOODS", from: "2019-01-01" } as const;
const HAND_OUT = { list: "HAND_OUT", severity: "FORBIDDEN", from: "2019-01-01" } as const;
const EIGHT_BANS = {
  list: "EIGHT_BANS",
  severity: "FORBIDDEN",
  from: "2017-12-15",
  instrument: "acftu-2017-32",
} as const;

/** The first entries of the lists that the district keeps: banned goods, forms of hand-out, 八不准, durable goods. */
export const initialLists: readonly ListEntry[] = [
  ...entries({ ...BANNED_GOODS, severity: "FORBIDDEN", instrument: "survey-festival" }, [
    "月饼/月饼模",
    "粽/粽叶",
  ]),
  ...entries({ ...BANNED_GOODS, severity: "APPROVAL", instrument: "product-hint" }, [
    "烟/油烟/无烟/禁烟/戒烟/控烟/烟花/烟台/烟感/烟雾",
    "白酒",
    "高档酒",
    "茶叶礼盒",
    "购物卡",
    "加油卡",
    "礼品卡",
  ]),
  ...entries({ ...HAND_OUT, group: "STORED_CARD", instrument: "survey-festival" }, [
    "购物卡",
    "预付卡",
    "储值卡",
    "电商卡",
    "礼品卡",
    "超市卡",
    "加油卡",
    "京东卡",
  ]),
  ...entries({ ...HAND_OUT, group: "VOUCHER", instrument: "survey-festival" }, [
    "购物券",
    "代金券",
    "现金券",
    "自选商品券",
  ]),
  ...entries({ ...HAND_OUT, group: "CASH", instrument: "beijing-2019-comfort" }, [
    "红包",
    "慰问金",
    "现金发放",
  ]),
  ...entries({ ...HAND_OUT, group: "PICK_UP_NOTE", instrument: "survey-festival" }, [
    "提货券",
    "提货凭证",
    "提货单",
  ]),
  ...entries({ ...HAND_OUT, group: "CAKE_NOTE", instrument: "beijing-2019-comfort" }, ["蛋糕券", "蛋糕卡"]),
  ...entries({ ...HAND_OUT, group: "FITNESS_CARD", instrument: "acftu-2017-32" }, [
    "健身卡",
    "游泳卡",
    "瑜伽卡",
    "瑜珈卡",
  ]),
  ...entries({ ...EIGHT_BANS, group: "1" }, ["宴请", "招待/招待所", "礼品赠送外单位"]),
  ...entries({ ...EIGHT_BANS, group: "2" }, [
    "加班费",
    "年终奖",
    "通讯补贴",
    "交通补贴",
    "奖金发放给工会干部",
  ]),
  ...entries({ ...EIGHT_BANS, group: "3" }, [
    "KTV",
    "夜总会",
    "高尔夫",
    "会所/工会所/委员会所/协会所/大会所",
    "温泉洗浴",
    "健身卡",
    "瑜伽卡",
  ]),
  ...entries({ ...EIGHT_BANS, group: "6" }, ["借款给行政", "垫付行政"]),
  ...entries({ ...EIGHT_BANS, group: "7" }, ["集资", "担保"]),
  ...entries({ ...EIGHT_BANS, group: "8" }, ["行政办公", "招商/招商银行", "摊派"]),
  ...entries(
    {
      list: "DURABLE_GOODS",
      group: "GENERAL",
      severity: "INFO",
      from: "2022-01-01",
      instrument: "union-accounting",
    },
    [
      "打印机",
      "复印机",
      "电脑",
      "计算机",
      "投影",
      "照相机",
      "摄像机",
      "空调",
      "冰箱",
      "电视机",
      "音响设备",
      "跑步机",
    ],
  ),
  ...entries(
    {
      list: "VAGUE_GOODS",
      group: "INVOICE_LINE",
      severity: "APPROVAL",
      from: "2019-01-01",
      instrument: "invoice-measures",
    },
    ["食品", "日用品", "办公用品", "礼品/礼品卡", "百货", "慰问品", "劳保用品"],
  ),
];

/** The clauses of the 八不准 as reported when 总工办发〔2017〕32号 was issued, by number. */
export const eightBans: Readonly<Record<string, string>> = {
  "1": "不准用工会经费请客送礼",
  "2": "不准违反规定滥发奖金、津贴、补贴",
  "3": "不准用工会经费从事高消费性娱乐和健身活动",
  "4": "不准单位行政利用工会账户违规设立“小金库”",
  "5": "不准将工会账户并入单位行政账户",
  "6": "不准截留、挪用工会经费",
  "7": "不准用工会经费参与非法集资活动，或为非法集资活动提供经济担保",
  "8": "不准用工会经费报销与工会活动无关的费用",
};
