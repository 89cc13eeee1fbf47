/** A kind of spending with the words people use for it and the account it goes to by default. */
export interface SpendingTypeInfo {
  readonly label: string;
  /** Old and everyday words that mean the same, as sheets carry them. */
  readonly aliases: readonly string[];
  /** Code in the 2021 chart (财会〔2021〕7号). */
  readonly accountCode: string;
}

/** The kinds of spending a grassroots union knows (funds 3.1). */
export const spendingTypes = {
  ARTS_SPORTS: type("文体活动", "50102", "文体活动-参与奖", "文体", "体育活动", "文艺活动", "参与奖"),
  GALA: type("春节联欢会、茶话会", "50102", "联欢会", "茶话会", "春节联欢会"),
  CLOTHING: type("参赛服装", "50102", "服装", "比赛服装"),
  MEAL: type("误餐伙食", "50102", "误餐", "误餐费", "伙食补助"),
  EDU: type("职工教育", "50101", "职工教育费", "讲课费", "职工培训", "讲座"),
  PUBLICITY: type("宣传", "50103", "宣传活动", "宣传活动费"),
  RETREAT: type("疗休养", "50104", "疗休养费", "劳模疗休养"),
  FESTIVAL: type("法定节日慰问", "50105", "节日慰问", "节日慰问品", "过节慰问", "年节慰问"),
  BIRTHDAY: type("生日慰问", "50105", "生日", "生日蛋糕"),
  MARRIAGE: type("结婚慰问", "50105", "结婚"),
  BIRTH: type("生育慰问", "50105", "生育"),
  HOSPITAL: type("住院慰问", "50105", "住院", "生病住院", "住院慰问金"),
  DEATH: type("去世慰问", "50105", "去世", "丧事慰问"),
  RETIRE: type("退休离岗慰问", "50105", "退休", "退休慰问"),
  FILM_SHOW: type("观影演出", "50105", "观影", "演出", "观看演出"),
  OUTING: type("春游秋游", "50105", "春游", "秋游", "春秋游"),
  PARK_PASS: type("公园年票", "50105", "年票"),
  CONSUME_COUPON: type("工会消费券", "50105", "消费券"),
  LABOR_CONTEST: type("劳动和技能竞赛", "50301", "劳动竞赛", "技能竞赛", "专项业务费"),
  HOME: type("建家活动", "50302", "建家", "职工之家"),
  INNOVATION: type("职工创新", "50303", "创新工作室"),
  BOOKROOM: type("职工书屋", "50304", "图书"),
  UNIVERSAL: type("普惠与互助", "50305", "普惠", "互助", "互助保障"),
  RIGHTS: type("维权", "50401", "劳动关系协调", "劳动保护", "法律援助"),
  HARDSHIP: type("困难职工帮扶", "50404", "困难帮扶", "帮扶"),
  WARMTH: type("送温暖", "50405", "夏送清凉", "送清凉", "金秋助学"),
  CADRE_TRAIN: type("工会干部培训", "50501", "培训", "工会培训"),
  MEETING: type("会议", "50502", "会议费"),
  SPECIAL: type("专项业务", "50503", "专项"),
  ALLOWANCE: type("兼职补贴", "50504", "兼职工会干部补贴", "补贴"),
  OFFICE: type("办公", "50504", "办公费", "办公用品"),
  AGENCY: type("代理记账与审计", "50504", "代理记账", "代理记账费", "审计费"),
  CAPEX: type("资产购置", "50702", "固定资产", "设备购置"),
  OTHER: type("其他支出", "510", "其他"),
} as const satisfies Readonly<Record<string, SpendingTypeInfo>>;

export type SpendingType = keyof typeof spendingTypes;

function type(label: string, accountCode: string, ...aliases: readonly string[]): SpendingTypeInfo {
  return { label, accountCode, aliases };
}

/** Tells whether a text is the code of a kind of spending. */
export function isSpendingType(text: string): text is SpendingType {
  return Object.hasOwn(spendingTypes, text);
}

/** Reads a kind of spending by code, label or an everyday word; null when it is none. */
export function spendingTypeOf(text: string): SpendingType | null {
  const word = text.normalize("NFKC").replace(/\s/gu, "");
  const code = word.toUpperCase();
  if (isSpendingType(code)) return code;
  return spendingTypeCodes.find((each) => namesOf(each).includes(word)) ?? null;
}

/** Every kind of spending, in the order of the rulebook. */
export const spendingTypeCodes: readonly SpendingType[] = Object.keys(spendingTypes).filter(isSpendingType);

function namesOf(each: SpendingType): readonly string[] {
  const { label, aliases }: SpendingTypeInfo = spendingTypes[each];
  return [label, ...aliases];
}

/** An account of spending with its present name and the names it had before, for search. */
export interface SpendingAccount {
  readonly code: string;
  readonly name: string;
  readonly oldNames: readonly string[];
}

/** Expense details of the 2021 chart (财会〔2021〕7号 附录1) with the 2009 words treasurers still type. */
export const spendingAccounts: readonly SpendingAccount[] = [
  account("50101", "职工活动支出—职工教育支出", "职工教育费"),
  account("50102", "职工活动支出—文体活动支出", "文体活动费", "误餐费", "参与奖", "比赛服装"),
  account("50103", "职工活动支出—宣传活动支出", "宣传活动费"),
  account("50104", "职工活动支出—劳模职工疗休养支出", "疗休养费"),
  account("50105", "职工活动支出—会员活动支出", "职工集体福利支出", "节日慰问", "会员活动费"),
  account("50106", "职工活动支出—其他活动支出"),
  account("50301", "职工服务支出—劳动和技能竞赛活动支出", "劳动竞赛", "专项业务费"),
  account("50302", "职工服务支出—建家活动支出", "职工之家"),
  account("50303", "职工服务支出—职工创新活动支出", "创新工作室"),
  account("50304", "职工服务支出—职工书屋活动支出"),
  account("50305", "职工服务支出—其他服务支出", "普惠", "互助保障"),
  account("50401", "维权支出—劳动关系协调支出"),
  account("50402", "维权支出—劳动保护支出"),
  account("50403", "维权支出—法律援助支出"),
  account("50404", "维权支出—困难职工帮扶支出"),
  account("50405", "维权支出—送温暖支出"),
  account("50406", "维权支出—其他维权支出"),
  account("50501", "业务支出—培训支出"),
  account("50502", "业务支出—会议支出"),
  account("50503", "业务支出—专项业务支出"),
  account("50504", "业务支出—其他业务支出", "办公费", "代理记账费", "审计费"),
  account("50702", "资本性支出—办公设备购置"),
  account("50703", "资本性支出—专用设备购置"),
  account("507", "资本性支出"),
  account("510", "其他支出"),
];

function account(code: string, name: string, ...oldNames: readonly string[]): SpendingAccount {
  return { code, name, oldNames };
}

/** A day people celebrate: only the statutory ones may carry 节日慰问 (funds F14). */
export interface Festival {
  readonly name: string;
  readonly words: readonly string[];
  readonly kind: "STATUTORY" | "ETHNIC" | "OTHER";
}

// 春节联欢会 is an activity at a festival, so the longer names stand before the shorter ones they contain.
const festivals: readonly Festival[] = [
  { name: "三八节", words: ["三八", "妇女节"], kind: "OTHER" },
  { name: "重阳节", words: ["重阳"], kind: "OTHER" },
  { name: "元宵节", words: ["元宵"], kind: "OTHER" },
  { name: "青年节", words: ["五四", "青年节"], kind: "OTHER" },
  { name: "儿童节", words: ["六一", "儿童节"], kind: "OTHER" },
  { name: "建党节", words: ["七一", "建党"], kind: "OTHER" },
  { name: "建军节", words: ["八一", "建军"], kind: "OTHER" },
  { name: "教师节", words: ["教师节"], kind: "OTHER" },
  { name: "护士节", words: ["护士节"], kind: "OTHER" },
  { name: "医师节", words: ["医师节"], kind: "OTHER" },
  { name: "司庆", words: ["司庆", "厂庆", "校庆", "院庆", "周年庆"], kind: "OTHER" },
  { name: "圣诞节", words: ["圣诞"], kind: "OTHER" },
  { name: "七夕", words: ["七夕", "情人节"], kind: "OTHER" },
  {
    name: "少数民族节日",
    words: ["少数民族节日", "古尔邦", "开斋", "肉孜", "藏历年", "那达慕", "泼水节"],
    kind: "ETHNIC",
  },
  { name: "元旦", words: ["元旦", "新年", "阳历年"], kind: "STATUTORY" },
  { name: "春节", words: ["春节", "过年", "新春", "年货"], kind: "STATUTORY" },
  { name: "清明节", words: ["清明"], kind: "STATUTORY" },
  { name: "劳动节", words: ["劳动节", "五一"], kind: "STATUTORY" },
  { name: "端午节", words: ["端午", "端阳"], kind: "STATUTORY" },
  { name: "中秋节", words: ["中秋", "八月十五"], kind: "STATUTORY" },
  { name: "国庆节", words: ["国庆", "十一节", "十一慰问"], kind: "STATUTORY" },
];

/** Recognises a festival in free text; null when none is named. */
export function festivalOf(text: string): Festival | null {
  const plain = text.normalize("NFKC");
  return festivals.find((festival) => festival.words.some((word) => plain.includes(word))) ?? null;
}
