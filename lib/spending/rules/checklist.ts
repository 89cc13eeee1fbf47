import type { SpendingType } from "@/lib/spending/types-of-spending";

/** When a paper is due: only what is due before submission stops it; sign-off and photos may follow (practice 3). */
export type DueStage = "SUBMIT" | "PAYMENT" | "ARCHIVE";

/** The words for when a paper is due. */
export const dueStageLabels: Readonly<Record<DueStage, string>> = {
  SUBMIT: "提交前",
  PAYMENT: "付款前",
  ARCHIVE: "归档前",
};

type Checklist = Readonly<Record<DueStage, readonly string[]>>;

const activity: Checklist = {
  SUBMIT: ["活动方案", "活动预算"],
  PAYMENT: ["发票"],
  ARCHIVE: ["签到表", "活动照片"],
};
const lifeEvent: Checklist = { SUBMIT: ["审批表", "证明材料"], PAYMENT: [], ARCHIVE: ["签收表或转账回单"] };
const aid: Checklist = {
  SUBMIT: ["申请", "审批表"],
  PAYMENT: [],
  ARCHIVE: ["转账回单", "实名登记表"],
};
const lecture: Checklist = {
  SUBMIT: ["课程通知", "讲师信息与职称"],
  PAYMENT: ["劳务费签领表"],
  ARCHIVE: ["签到表", "转账回单"],
};
const ordinary: Checklist = { SUBMIT: [], PAYMENT: ["发票"], ARCHIVE: [] };

const checklists: Partial<Record<SpendingType, Checklist>> = {
  ARTS_SPORTS: activity,
  GALA: activity,
  OUTING: activity,
  EDU: lecture,
  CADRE_TRAIN: lecture,
  FESTIVAL: {
    SUBMIT: ["采购方案", "会员名册"],
    PAYMENT: ["发票", "验收单"],
    ARCHIVE: ["签收表"],
  },
  BIRTHDAY: lifeEvent,
  MARRIAGE: lifeEvent,
  BIRTH: lifeEvent,
  HOSPITAL: lifeEvent,
  DEATH: lifeEvent,
  RETIRE: lifeEvent,
  HARDSHIP: aid,
  WARMTH: { SUBMIT: [], PAYMENT: ["发票"], ARCHIVE: ["实名登记表"] },
  CLOTHING: {
    SUBMIT: ["参赛名单", "服装方案"],
    PAYMENT: ["发票"],
    ARCHIVE: ["物品台账", "签收表"],
  },
  CAPEX: { SUBMIT: ["资产配置审批"], PAYMENT: ["发票", "验收单"], ARCHIVE: ["资产卡片"] },
  MEAL: { SUBMIT: [], PAYMENT: ["签领表或餐费发票"], ARCHIVE: ["用餐名单"] },
};

/** The papers a kind of spending needs and when each is due (funds 3.5); kinds without a list need the invoice. */
export function checklistOf(type: string): Checklist {
  return Object.entries(checklists).find(([each]) => each === type)?.[1] ?? ordinary;
}
