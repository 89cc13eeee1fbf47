import type { BusinessDate } from "@/lib/core/dates";
import { optionFact } from "@/lib/policy/facts";
import type { Severity } from "@/lib/policy/severity";
import type { SpendingType } from "@/lib/spending/types-of-spending";

/** In which form something is handed out. */
export const formFact = optionFact(
  "instrument",
  "发放形式",
  {
    GOODS: ["实物", "慰问品", "物品"],
    CASH: ["现金", "转账给个人", "红包", "红包转账", "现金或转账给个人"],
    STORED_CARD: ["购物卡", "预付卡", "储值卡", "电商卡", "储值观影卡"],
    VOUCHER: ["购物券", "代金券", "现金券", "职工自选商品的购物券", "消费券"],
    PICK_UP_NOTE: ["提货凭证", "提货券", "指定商家固定品种提货凭证"],
    CAKE_NOTE: ["蛋糕券", "指定蛋糕店蛋糕券"],
    SHOW_TICKET: ["票券", "电影票", "演出票", "单片电影兑换券", "电影券"],
    GROUP_SHOW: ["集体包场", "集体组织"],
    PARK_PASS: ["公园年票", "年票"],
    FITNESS_CARD: ["健身卡", "游泳卡", "瑜伽卡"],
  },
  ["慰问形式", "形式"],
);

/** The forms in which something may be handed out. */
export type HandOutForm = NonNullable<ReturnType<typeof formFact.parse>>;

type Column = "FESTIVAL" | "BIRTHDAY" | "LIFE_EVENT" | "CARE" | "ACTIVITY" | "SHOW" | "COUPON";

const columnOfType: Partial<Record<SpendingType, Column>> = {
  FESTIVAL: "FESTIVAL",
  BIRTHDAY: "BIRTHDAY",
  MARRIAGE: "LIFE_EVENT",
  BIRTH: "LIFE_EVENT",
  RETIRE: "LIFE_EVENT",
  HOSPITAL: "CARE",
  DEATH: "CARE",
  HARDSHIP: "CARE",
  WARMTH: "CARE",
  ARTS_SPORTS: "ACTIVITY",
  GALA: "ACTIVITY",
  FILM_SHOW: "SHOW",
  PARK_PASS: "SHOW",
  CONSUME_COUPON: "COUPON",
};

const ALL_FORBIDDEN = {
  FESTIVAL: "FORBIDDEN",
  BIRTHDAY: "FORBIDDEN",
  LIFE_EVENT: "FORBIDDEN",
  CARE: "FORBIDDEN",
  ACTIVITY: "FORBIDDEN",
  SHOW: "FORBIDDEN",
  COUPON: "FORBIDDEN",
} as const;

/** The matrix of funds 3.4; a cell that is left out (– in the table) is not foreseen and needs approval. */
const matrix: Readonly<Record<HandOutForm, Partial<Record<Column, Severity>>>> = {
  GOODS: { FESTIVAL: "PASS", BIRTHDAY: "PASS", LIFE_EVENT: "PASS", CARE: "PASS", ACTIVITY: "PASS" },
  CASH: { ...ALL_FORBIDDEN, LIFE_EVENT: "APPROVAL", CARE: "PASS", ACTIVITY: "WARN" },
  STORED_CARD: ALL_FORBIDDEN,
  VOUCHER: { ...ALL_FORBIDDEN, COUPON: "APPROVAL" },
  PICK_UP_NOTE: {},
  CAKE_NOTE: { BIRTHDAY: "PASS" },
  SHOW_TICKET: {},
  GROUP_SHOW: { SHOW: "PASS" },
  PARK_PASS: { SHOW: "PASS" },
  FITNESS_CARD: ALL_FORBIDDEN,
};

// Before the ten measures of 2025 a consumption coupon was a voucher like any other.
const COUPONS_FROM: BusinessDate = "2025-03-20";

/** What the matrix says of a form for a kind of spending on a day; null when the kind hands nothing out. */
export function handOutSeverity(form: HandOutForm, type: string, on: BusinessDate): Severity | null {
  const column = Object.entries(columnOfType).find(([each]) => each === type)?.[1];
  if (column === undefined) return null;
  if (column === "COUPON" && form === "VOUCHER" && on < COUPONS_FROM) return "FORBIDDEN";
  return matrix[form][column] ?? "APPROVAL";
}

/** The form to hand things out in instead; undefined when the kind of spending knows none that needs no approval. */
export function permittedForm(type: string, on: BusinessDate): HandOutForm | undefined {
  const forms = ["GOODS", "GROUP_SHOW"] as const;
  return forms.find((form) => handOutSeverity(form, type, on) === "PASS");
}

const spokenForms: readonly (readonly [HandOutForm, RegExp])[] = [
  ["GROUP_SHOW", /集体包场|集体组织/u],
  ["CAKE_NOTE", /蛋糕[券卡]/u],
  ["GOODS", /实物/u],
];

/**
 * Recognises a permitted form of hand-out in what people write; null when none is named. The forbidden ones stand in
 * the dated list HAND_OUT and are found by the rules themselves.
 */
export function instrumentOf(text: string): HandOutForm | null {
  return spokenForms.find(([, words]) => words.test(text))?.[0] ?? null;
}
