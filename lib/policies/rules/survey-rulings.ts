import type { InstrumentId } from "@/lib/policy/instruments";

// Data: what the grassroots asked and what the district answered, as the survey report prints it.

/** One answer of the survey report; its number and dates stand in the register of documents. */
export interface SurveyRuling {
  readonly instrument: InstrumentId;
  readonly question: string;
  readonly answer: string;
}

/** The answers of the survey report, which stand as rulings of the district (调研答复). */
export const surveyRulings: readonly SurveyRuling[] = [
  {
    instrument: "survey-activity-award",
    question: "职工文体活动参与奖的标准是多少？",
    answer: "职工文体活动参与奖的标准为人均不超过150元。",
  },
  {
    instrument: "survey-clothing",
    question: "职工体育活动能否购置服装，标准是多少，服装归谁所有？",
    answer:
      "职工体育活动，可为参赛者购置服装，购置的服装属于购置单位所有，每三年购置一次且人均不超过1000元。服装可由职工保存。",
  },
  {
    instrument: "survey-cash",
    question: "工会经费在什么情况下可以使用现金？",
    answer: "超过1000元的费用，不得使用现金，应实行银行转账结算，如支票、转账、汇款。",
  },
  {
    instrument: "survey-meal",
    question: "工会组织职工活动，误餐标准是多少，在哪个科目核算？",
    answer:
      "文体活动中按规定开支的伙食补助费、误餐费，参照本单位工作餐标准，不得超过当地差旅费中的伙食补助标准。在“职工活动支出—文体活动费”核算。",
  },
  {
    instrument: "survey-festival",
    question: "法定节日慰问的标准和方式是什么，能否发放购物券由职工自己选择物品？",
    answer:
      "法定节日可对全体会员发放少量实物慰问品，慰问标准为全年支出总额不高于当年本级预算收入的50%。不能发放预付卡、购物卡、代金券等，严禁购买纪检部门明令禁止的物品，如月饼粽子等。不能发放购物券。",
  },
  {
    instrument: "survey-non-staff",
    question: "非在编人员工会经费是否每年都由财政拨付？",
    answer:
      "非在编人员工会经费已纳入区财政预算，各单位行政每年编制预算时，工会干部提醒行政财务人员与区财政主管科室核对人员数量，由财政直接拨付。",
  },
  {
    instrument: "survey-warmth-fund",
    question: "温暖基金慰问金是否拨付，单位为什么不知情？",
    answer:
      "慰问金直接拨付到职工本人会员互助服务卡。由市总工会及时将温暖基金慰问信息反馈到区总工会，区总工会再及时通知基层工会。",
  },
];
