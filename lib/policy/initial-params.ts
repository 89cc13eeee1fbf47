import type { PolicyParam } from "@/lib/policy/params";
import type { QuantityUnit } from "@/lib/policy/quantity";

// A flat list of data: the first versions of every number the rules use (funds 3.2), longer than a file of code.

type Row = Pick<
  PolicyParam,
  "code" | "label" | "value" | "unit" | "unitLabel" | "scope" | "from" | "document"
> &
  Partial<PolicyParam>;

function confirmed(row: Row): PolicyParam {
  return { divisor: 1n, unionId: null, to: null, status: "CONFIRMED", confirmedBy: null, ...row };
}

function toConfirm(row: Row): PolicyParam {
  return { ...confirmed(row), status: "TO_CONFIRM" };
}

/** A standard that each union sets for itself; blank until it has. */
function unionStandard(code: string, label: string, unitLabel: string): PolicyParam {
  return toConfirm({
    code,
    label,
    value: null,
    unit: "fen",
    unitLabel,
    scope: "UNION",
    from: "2017-12-15",
    document: "本单位办法（待填写）",
  });
}

/** A number of ours and not of any document; it may move at any time and never blocks by itself. */
function productDefault(code: string, label: string, value: bigint, unit: QuantityUnit): PolicyParam {
  return confirmed({
    code,
    label,
    value,
    unit,
    unitLabel: "",
    scope: "DISTRICT",
    from: "1978-01-01",
    document: "产品默认",
  });
}

const COMFORT_2019 = "调研答复；北京市关于2019年度基层工会开展慰问活动有关经费事项的通知";
const OFFICE_32 = "总工办发〔2017〕32号（条文待核）";
const CONTRIBUTION_MEASURES = "北京市实施《工会法》办法第五十五条";

const spendingParams: readonly PolicyParam[] = [
  confirmed({
    code: "P_AWARD_PARTICIPATION_PC",
    label: "参与奖人均标准",
    value: 15_000n,
    unit: "fen",
    unitLabel: "元/人·次",
    scope: "BEIJING",
    from: "2019-01-01",
    document: COMFORT_2019,
  }),
  confirmed({
    code: "P_CLOTHING_PC",
    label: "参赛服装人均标准",
    value: 100_000n,
    unit: "fen",
    unitLabel: "元/人",
    scope: "DISTRICT",
    from: "2019-01-01",
    document: "调研答复 1-2",
  }),
  confirmed({
    code: "P_CLOTHING_YEARS",
    label: "服装购置间隔",
    value: 3n,
    unit: "year",
    unitLabel: "年",
    scope: "DISTRICT",
    from: "2019-01-01",
    document: "调研答复 1-2",
  }),
  confirmed({
    code: "P_CASH_MAX",
    label: "现金限额",
    value: 100_000n,
    unit: "fen",
    unitLabel: "元/笔",
    scope: "NATIONAL",
    from: "1988-10-01",
    document: "现金管理暂行条例第五条；调研答复 1-3",
  }),
  productDefault("P_CASH_SPLIT_DAYS", "现金拆分核对天数", 7n, "day"),
  toConfirm({
    code: "P_MEAL_TRAVEL_CAP",
    label: "当地差旅伙食补助标准",
    value: 10_000n,
    unit: "fen",
    unitLabel: "元/人·天",
    scope: "BEIJING",
    from: "2019-01-01",
    document: "调研答复 2（金额待确认）",
  }),
  unionStandard("P_MEAL_UNIT_STD", "单位工作餐标准", "元/餐"),
  confirmed({
    code: "P_FESTIVAL_RATIO",
    label: "节日慰问占预算支出比例",
    value: 30n,
    divisor: 100n,
    unit: "ratio",
    unitLabel: "当年本级预算支出",
    scope: "BEIJING",
    from: "2018-01-01",
    to: "2018-12-31",
    document: "北京市2019年通知所称调整前标准",
  }),
  confirmed({
    code: "P_FESTIVAL_RATIO",
    label: "节日慰问占预算收入比例",
    value: 50n,
    divisor: 100n,
    unit: "ratio",
    unitLabel: "当年本级预算收入",
    scope: "BEIJING",
    from: "2019-01-01",
    document: COMFORT_2019,
  }),
  { ...productDefault("P_FESTIVAL_WARN_RATIO", "节日慰问预警线", 80n, "ratio"), divisor: 100n },
  confirmed({
    code: "P_BIRTHDAY_PC",
    label: "生日慰问标准",
    value: 20_000n,
    unit: "fen",
    unitLabel: "元/人·年",
    scope: "BEIJING",
    from: "2018-01-01",
    to: "2018-12-31",
    document: "北京市2019年通知所称调整前标准",
  }),
  confirmed({
    code: "P_BIRTHDAY_PC",
    label: "生日慰问标准",
    value: 30_000n,
    unit: "fen",
    unitLabel: "元/人·年",
    scope: "BEIJING",
    from: "2019-01-01",
    document: "北京市关于2019年度基层工会开展慰问活动有关经费事项的通知",
  }),
  confirmed({
    code: "P_BIRTHDAY_TIMES",
    label: "生日慰问次数",
    value: 1n,
    unit: "time",
    unitLabel: "次/人·年",
    scope: "BEIJING",
    from: "2018-01-01",
    document: "北京市关于2019年度基层工会开展慰问活动有关经费事项的通知",
  }),
  unionStandard("P_MARRIAGE", "结婚慰问标准", "元/次"),
  unionStandard("P_BIRTH", "生育慰问标准", "元/次"),
  unionStandard("P_HOSPITAL", "住院慰问标准", "元/次"),
  unionStandard("P_CRITICAL", "重病慰问标准", "元/次"),
  unionStandard("P_DEATH_MEMBER", "会员去世慰问标准", "元/次"),
  unionStandard("P_DEATH_FAMILY", "会员亲属去世慰问标准", "元/次"),
  unionStandard("P_RETIRE", "退休离岗纪念品标准", "元/人"),
  toConfirm({
    code: "P_PRIZE_RATIO",
    label: "获奖比例",
    value: 2n,
    divisor: 3n,
    unit: "ratio",
    unitLabel: "参与人数",
    scope: "NATIONAL",
    from: "2017-12-15",
    document: OFFICE_32,
  }),
  unionStandard("P_PRIZE_TOP", "名次奖最高标准", "元"),
  unionStandard("P_SOUVENIR_PC", "纪念品人均标准", "元/人"),
  toConfirm({
    code: "P_DUES_SUPPLEMENT_X",
    label: "会费弥补倍数",
    value: 3n,
    unit: "time",
    unitLabel: "倍当年会费收入",
    scope: "NATIONAL",
    from: "2017-12-15",
    document: OFFICE_32,
  }),
  confirmed({
    code: "P_OUTING_MAX_PER_YEAR",
    label: "春秋游年度次数",
    value: 4n,
    unit: "time",
    unitLabel: "次/年",
    scope: "NATIONAL",
    from: "2026-01-06",
    document: "四部门关于扩大职工文体消费的意见（2026年）",
  }),
  toConfirm({
    code: "P_OUTING_MAX_NIGHTS",
    label: "春秋游住宿晚数",
    value: 0n,
    unit: "night",
    unitLabel: "晚",
    scope: "NATIONAL",
    from: "2017-12-15",
    document: OFFICE_32,
  }),
  unionStandard("P_OUTING_PC", "春秋游人均标准", "元/人·次"),
  toConfirm({
    code: "P_COUPON_PER_YEAR",
    label: "工会消费券年度次数",
    value: 1n,
    unit: "time",
    unitLabel: "次/年",
    scope: "NATIONAL",
    from: "2025-03-20",
    document: "全国总工会十项措施（2025年，北京金额待确认）",
  }),
  confirmed({
    code: "P_LECTURE_ASSOC",
    label: "副高讲课费标准",
    value: 50_000n,
    unit: "fen",
    unitLabel: "元/学时（税后）",
    scope: "NATIONAL",
    from: "2017-01-01",
    document: "财行〔2016〕540号",
  }),
  confirmed({
    code: "P_LECTURE_FULL",
    label: "正高讲课费标准",
    value: 100_000n,
    unit: "fen",
    unitLabel: "元/学时（税后）",
    scope: "NATIONAL",
    from: "2017-01-01",
    document: "财行〔2016〕540号",
  }),
  confirmed({
    code: "P_LECTURE_ACAD",
    label: "院士、全国知名专家讲课费标准",
    value: 150_000n,
    unit: "fen",
    unitLabel: "元/学时（税后）",
    scope: "NATIONAL",
    from: "2017-01-01",
    document: "财行〔2016〕540号",
  }),
  confirmed({
    code: "P_LECTURE_HALF_DAY_HOURS",
    label: "半天最多学时",
    value: 4n,
    unit: "hour",
    unitLabel: "学时/半天",
    scope: "NATIONAL",
    from: "2017-01-01",
    document: "财行〔2016〕540号",
  }),
  confirmed({
    code: "P_TRAIN_DAY_1",
    label: "一类培训综合定额",
    value: 65_000n,
    unit: "fen",
    unitLabel: "元/人·天",
    scope: "BEIJING",
    from: "2017-07-01",
    document: "北京市市级党政机关事业单位培训费管理办法",
  }),
  confirmed({
    code: "P_TRAIN_DAY_2",
    label: "二类培训综合定额",
    value: 55_000n,
    unit: "fen",
    unitLabel: "元/人·天",
    scope: "BEIJING",
    from: "2017-07-01",
    document: "北京市市级党政机关事业单位培训费管理办法",
  }),
  confirmed({
    code: "P_FA_GENERAL",
    label: "通用设备固定资产单价",
    value: 100_000n,
    unit: "fen",
    unitLabel: "元/件",
    scope: "NATIONAL",
    from: "2022-01-01",
    document: "财会〔2021〕7号第三十二条",
  }),
  confirmed({
    code: "P_FA_SPECIAL",
    label: "专用设备固定资产单价",
    value: 150_000n,
    unit: "fen",
    unitLabel: "元/件",
    scope: "NATIONAL",
    from: "2022-01-01",
    document: "财会〔2021〕7号第三十二条",
  }),
  productDefault("P_INVOICE_LIST_ABOVE", "须附销货清单的金额", 100_000n, "fen"),
  toConfirm({
    code: "P_MAJOR_SPEND",
    label: "大额支出标准",
    value: 1_000_000n,
    unit: "fen",
    unitLabel: "元/笔",
    scope: "UNION",
    from: "2017-12-15",
    document: "产品默认，待本单位制度",
  }),
];

const incomeParams: readonly PolicyParam[] = [
  confirmed({
    code: "P_CONTRIB_RATE",
    label: "拨缴经费比例",
    value: 2n,
    divisor: 100n,
    unit: "ratio",
    unitLabel: "全部职工上月工资总额",
    scope: "NATIONAL",
    from: "1992-04-03",
    document: "工会法第四十三条；北京市实施《工会法》办法第五十五条",
  }),
  confirmed({
    code: "P_CONTRIB_DUE_DAY",
    label: "拨缴截止日",
    value: 15n,
    unit: "day",
    unitLabel: "每月",
    scope: "BEIJING",
    from: "2015-11-27",
    document: CONTRIBUTION_MEASURES,
  }),
  confirmed({
    code: "P_LATE_FEE",
    label: "滞纳金",
    value: 5n,
    divisor: 1000n,
    unit: "ratio",
    unitLabel: "每日",
    scope: "BEIJING",
    from: "2015-11-27",
    document: CONTRIBUTION_MEASURES,
  }),
  toConfirm({
    code: "P_OWN_SHARE",
    label: "基层留成比例",
    value: 60n,
    divisor: 100n,
    unit: "ratio",
    unitLabel: "拨缴经费",
    scope: "BEIJING",
    from: "1992-04-03",
    document: "北京市分成比例（待确认）",
  }),
  confirmed({
    code: "P_DUES_RATE",
    label: "会费比例",
    value: 5n,
    divisor: 1000n,
    unit: "ratio",
    unitLabel: "本人月工资收入",
    scope: "NATIONAL",
    from: "1978-01-01",
    document: "工会会费收交规定",
  }),
];

const unionParams: readonly PolicyParam[] = [
  {
    ...productDefault("P_MICRO_UNION_MEMBERS", "小微工会会员数上限", 25n, "people"),
    status: "TO_CONFIRM",
  },
];

/** The first version of every parameter; the database is seeded from it and later versions are added there. */
export const initialParams: readonly PolicyParam[] = [...spendingParams, ...incomeParams, ...unionParams];
