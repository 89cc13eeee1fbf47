import {
  countFact,
  dateFact,
  flagFact,
  listFact,
  moneyFact,
  moneyListFact,
  optionFact,
  textFact,
} from "@/lib/policy/facts";
import { formFact } from "@/lib/spending/rules/instrument-matrix";

/** Facts that spending rules ask for; the ids are the words of the rulebook's `needs`. */
export const spendingFacts = {
  amount: moneyFact("amount", "金额", ["本次金额", "报销金额"]),
  purpose: textFact("purpose", "事由", ["摘要"]),
  payee: textFact("payee", "收款单位", ["收款人"]),
  paymentMethod: optionFact(
    "paymentMethod",
    "付款方式",
    {
      TRANSFER: ["转账", "银行转账", "网银", "汇款"],
      CHEQUE: ["支票"],
      CARD: ["公务卡", "刷卡"],
      CASH: ["现金"],
    },
    ["支付方式", "结算方式"],
  ),
  cashPaymentsIn7Days: moneyFact("cashPaymentsIn7Days", "近7天同类现金付款"),
  stage: optionFact("stage", "环节", {
    ENTRY: ["填报", "申请"],
    PAYMENT: ["付款"],
    POSTING: ["记账"],
    ARCHIVE: ["归档"],
  }),
  accountCode: textFact("accountCode", "会计科目", ["科目", "科目编码"]),
  linkedActivityId: textFact("linkedActivityId", "关联活动"),

  awardTotal: moneyFact("awardTotal", "参与奖总额"),
  participants: countFact("participants", "参加人数", "people", ["签到人数", "实际签到人数", "参赛人数"]),
  perPersonAmounts: moneyListFact("perPersonAmounts", "每人参与奖金额"),
  hasPrize: flagFact("hasPrize", "是否设奖"),
  winners: countFact("winners", "获奖人数", "people"),

  clothingTotal: moneyFact("clothingTotal", "服装总额"),
  wearers: countFact("wearers", "购置服装人数", "people"),
  contestants: countFact("contestants", "参赛名单人数", "people"),
  wearerIds: listFact("wearerIds", "购置服装名单"),
  contestantIds: listFact("contestantIds", "参赛名单"),
  activityKind: optionFact("activityKind", "活动类别", {
    SPORTS: ["体育活动", "体育"],
    ARTS: ["文艺活动", "文艺", "文艺演出"],
    OTHER: ["其他"],
  }),
  purchaseDate: dateFact("purchaseDate", "购置日期"),
  lastPurchaseDate: dateFact("lastPurchaseDate", "上次购置日期"),
  lastPurchaseNames: listFact("lastPurchaseNames", "未满间隔人员"),
  itemRegister: countFact("itemRegister", "物品台账登记数", "item", ["台账登记数"]),

  mealTotal: moneyFact("mealTotal", "误餐费总额"),
  persons: countFact("persons", "用餐人数", "people"),
  meals: countFact("meals", "每人餐数", "meal", ["餐次"]),
  days: countFact("days", "用餐天数", "day", ["天数"]),

  festivalCode: textFact("festivalCode", "节日"),
  ytdFestival: moneyFact("ytdFestival", "本年节日慰问已用"),
  draftFestival: moneyFact("draftFestival", "本年节日慰问草稿"),
  approvedBudgetIncome: moneyFact("approvedBudgetIncome", "当年本级预算收入", ["预算收入"]),
  approvedBudgetExpenditure: moneyFact("approvedBudgetExpenditure", "当年本级预算支出", ["预算支出"]),
  recipients: countFact("recipients", "发放人数", "people", ["享受人数", "应签收人数"]),
  members: countFact("members", "在册会员人数", "people", ["会员人数"]),
  listedPeople: countFact("listedPeople", "名单人数", "people"),
  otherCounts: listFact("otherCounts", "与名单不一致的填写人数"),
  nonMembers: countFact("nonMembers", "非会员人数", "people"),
  recipientIds: listFact("recipientIds", "发放名单"),
  memberIdsAtDate: listFact("memberIdsAtDate", "当日在册会员名单"),
  perPersonValues: moneyListFact("perPersonValues", "发放标准", ["每人标准"]),
  instrument: formFact,
  itemNames: listFact("itemNames", "物品名称", ["明细", "品名"]),
  invoiceLineNames: listFact("invoiceLineNames", "发票品名"),
  hasItemList: flagFact("hasItemList", "附销货清单"),
  signed: countFact("signed", "已签收人数", "people", ["签收人数", "signRows"]),
  signedByOthers: countFact("signedByOthers", "代签未注明人数", "people"),
  handedOut: flagFact("handedOut", "已发放完毕"),

  amountPerPerson: moneyFact("amountPerPerson", "每人金额", ["人均金额"]),
  ytdBirthdayCount: countFact("ytdBirthdayCount", "当年已享受生日慰问次数", "time"),

  budgetLineAvailable: moneyFact("budgetLineAvailable", "科目可用预算"),
  meetingMinuteId: textFact("meetingMinuteId", "工会委员会会议纪要", ["会议纪要"]),
  applicantId: textFact("applicantId", "经办人"),
  witnessId: textFact("witnessId", "证明人"),
  approverId: textFact("approverId", "审批人"),
  bookkeeperId: textFact("bookkeeperId", "会计"),
  cashierId: textFact("cashierId", "出纳"),

  attachmentsChecklist: listFact("attachmentsChecklist", "已附材料", ["附件"]),
  buyerName: textFact("buyerName", "发票购买方名称", ["发票抬头", "invoice.buyerName"]),
  buyerTaxNo: textFact("buyerTaxNo", "发票购买方税号", ["发票税号", "invoice.buyerTaxNo"]),
  unionName: textFact("unionName", "本工会全称"),
  unionTaxNo: textFact("unionTaxNo", "本工会统一社会信用代码"),
  invoiceKind: optionFact("invoiceKind", "票据类型", {
    ELECTRONIC: ["电子发票", "数电票"],
    PAPER: ["纸质发票", "纸质票据"],
    NONE: ["无票据", "签领表"],
  }),
  invoiceNo: textFact("invoiceNo", "发票号码"),
  priorBookings: listFact("priorBookings", "同号票据已入账情况"),
  originalFile: optionFact("originalFile", "票据文件", {
    XML: ["XML"],
    OFD: ["OFD"],
    PDF: ["PDF"],
    PHOTO: ["照片", "打印件照片", "打印件", "扫描件"],
  }),

  unitPrice: moneyFact("unitPrice", "单价"),
  itemKind: optionFact("itemKind", "设备类别", {
    GENERAL: ["通用设备", "通用"],
    SPECIAL: ["专用设备", "专用"],
  }),
  usefulLife: flagFact("usefulLife", "使用年限超过1年"),
  bulkFlag: flagFact("bulkFlag", "大批同类物资"),

  purposeFlags: listFact("purposeFlags", "涉及八不准条款"),
  lecturerRank: optionFact(
    "lecturerRank",
    "讲师职称",
    {
      ASSOC: ["副高", "副高级", "副高级职称"],
      FULL: ["正高", "正高级", "正高级职称"],
      ACAD: ["院士", "院士、全国知名专家", "全国知名专家"],
      OTHER: ["中级及以下", "中级", "初级"],
    },
    ["职称", "rank"],
  ),
  hours: countFact("hours", "学时", "hour"),
  halfDays: countFact("halfDays", "授课半天数", "halfDay"),
  feeAfterTax: moneyFact("feeAfterTax", "税后讲课费", ["讲课费"]),

  warmthFundNotice: flagFact("warmthFundNotice", "温暖基金反馈信息"),
  makesVoucher: flagFact("makesVoucher", "据此录入凭证"),
} as const;

/** Facts about the budget submission. */
export const budgetFacts = {
  nonStaffHeadcountUnit: countFact("nonStaffHeadcountUnit", "非在编人数（单位）", "people"),
  nonStaffHeadcountFinance: countFact("nonStaffHeadcountFinance", "非在编人数（财政）", "people"),
  reconciledAt: dateFact("reconciledAt", "核对日期"),
  hasFiscalStaff: flagFact("hasFiscalStaff", "经费由财政拨付"),
} as const;

/** Facts about the duties one person holds in a ledger. */
export const roleFacts = {
  roles: listFact("roles", "岗位", ["角色"]),
} as const;

/** Facts about a voucher. */
export const voucherFacts = {
  debitTotal: moneyFact("debitTotal", "借方合计"),
  creditTotal: moneyFact("creditTotal", "贷方合计"),
  attachmentCount: countFact("attachmentCount", "附件张数", "item"),
  voucherKind: optionFact("voucherKind", "凭证种类", {
    ORDINARY: ["普通", "普通凭证"],
    CLOSING: ["结转", "结账"],
    CORRECTION: ["更正"],
  }),
} as const;
