import type { BusinessDate } from "@/lib/core/dates";

/** What kind of basis a document gives: only norms and rulings may block, hints never do (practice 1). */
export type InstrumentKind = "NORM" | "RULING" | "HINT";

/** How good our evidence is: A the full text or the federation's own report, B press or quotation, C from memory. */
export type Grade = "A" | "B" | "C";

/** The words for a kind of basis. */
export const instrumentKindLabels: Readonly<Record<InstrumentKind, string>> = {
  NORM: "规范性文件",
  RULING: "区总口径",
  HINT: "产品提示",
};

export interface Instrument {
  readonly name: string;
  /** The document number, or the 答复单 number of a ruling; blank where none is known. */
  readonly docNo: string;
  readonly issuer: string;
  /** From when it applies, as far as known. */
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
  readonly kind: InstrumentKind;
  readonly grade: Grade;
}

function norm(
  grade: Grade,
  from: BusinessDate,
  issuer: string,
  name: string,
  docNo = "",
  to: BusinessDate | null = null,
): Instrument {
  return { name, docNo, issuer, from, to, kind: "NORM", grade };
}

// The survey report carries no date; its answers are loaded from the day the city's 2019 notice took effect.
function surveyAnswer(part: string, subject: string): Instrument {
  const docNo = `调研答复 ${part}`;
  return {
    name: subject,
    docNo,
    issuer: "区总工会",
    from: "2019-01-01",
    to: null,
    kind: "RULING",
    grade: "A",
  };
}

/** Every document the rules cite, by a stable id. */
export const instruments = {
  "trade-union-law": norm("A", "2021-12-24", "全国人大常委会", "中华人民共和国工会法"),
  "beijing-trade-union-measures": norm("A", "2015-11-27", "北京市人大常委会", "北京市实施《工会法》办法"),
  "accounting-law": norm("A", "2024-07-01", "全国人大常委会", "中华人民共和国会计法"),
  "accounting-basics": norm("A", "1996-06-17", "财政部", "会计基础工作规范", "财政部令第98号"),
  "accounting-archives": norm("A", "2016-01-01", "财政部、国家档案局", "会计档案管理办法", "令第79号"),
  "electronic-vouchers": norm("A", "2020-03-23", "财政部", "电子会计凭证报销入账归档通知", "财会〔2020〕6号"),
  "union-accounting": norm("A", "2022-01-01", "财政部", "工会会计制度", "财会〔2021〕7号"),
  "union-accounting-2009": norm("A", "2010-01-01", "财政部", "工会会计制度", "财会〔2009〕7号", "2021-12-31"),
  "cash-regulation": norm("A", "1988-10-01", "国务院", "现金管理暂行条例", "国务院令第12号"),
  "invoice-measures": norm("A", "2023-07-20", "国务院", "中华人民共和国发票管理办法"),
  "acftu-2017-32": norm("B", "2017-12-15", "全国总工会", "基层工会经费收支管理办法", "总工办发〔2017〕32号"),
  "acftu-2017-32-recalled": norm(
    "C",
    "2017-12-15",
    "全国总工会",
    "基层工会经费收支管理办法（条文待核）",
    "总工办发〔2017〕32号",
  ),
  "beijing-2018-7": norm(
    "B",
    "2018-01-01",
    "北京市总工会",
    "贯彻落实基层工会经费收支管理办法的通知",
    "京工办发〔2018〕7号",
  ),
  "beijing-2019-comfort": norm(
    "B",
    "2019-01-01",
    "北京市总工会",
    "关于2019年度基层工会开展慰问活动有关经费事项的通知",
  ),
  "acftu-2025-ten-measures": norm(
    "B",
    "2025-03-20",
    "全国总工会",
    "加大工会经费投入力度助力职工文化旅游消费十项措施",
  ),
  "four-ministries-2026": norm(
    "B",
    "2026-01-06",
    "四部门",
    "关于深入推进新时代职工文体工作高质量发展 扩大职工文体消费的意见",
  ),
  "training-fees-2016": norm(
    "B",
    "2017-01-01",
    "财政部等",
    "中央和国家机关培训费管理办法",
    "财行〔2016〕540号",
  ),
  "beijing-training-fees": norm("B", "2017-07-01", "北京市", "北京市市级党政机关事业单位培训费管理办法"),
  "dues-rule": norm("B", "1978-01-01", "全国总工会", "工会会费收交规定"),
  "survey-activity-award": surveyAnswer("1-1", "职工文体活动参与奖标准"),
  "survey-clothing": surveyAnswer("1-2", "参赛服装购置标准与权属"),
  "survey-cash": surveyAnswer("1-3", "超过1000元不得使用现金"),
  "survey-meal": surveyAnswer("2", "职工活动误餐标准与科目"),
  "survey-festival": surveyAnswer("3", "法定节日慰问的范围、上限与形式"),
  "survey-non-staff": surveyAnswer("4", "非在编人员工会经费由区财政拨付"),
  "survey-warmth-fund": surveyAnswer("5", "温暖基金信息反馈"),
  "product-hint": {
    name: "产品提示",
    docNo: "",
    issuer: "本平台",
    from: "1978-01-01",
    to: null,
    kind: "HINT",
    grade: "B",
  },
} as const satisfies Readonly<Record<string, Instrument>>;

export type InstrumentId = keyof typeof instruments;
