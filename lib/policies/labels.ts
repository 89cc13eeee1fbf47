import type { VersionTime } from "./model";

/** The words for where a version stands on a day. */
export const versionTimeLabels: Readonly<Record<VersionTime, string>> = {
  CURRENT: "现行",
  COMING: "未生效",
  ENDED: "已失效",
};

/** The words for whether a number has been confirmed. */
export const paramStatusLabels = { CONFIRMED: "已确认", TO_CONFIRM: "待确认" } as const;

/** The lists of words that the district keeps, by code. */
export const listLabels: Readonly<Record<string, string>> = {
  BANNED_GOODS: "禁购物品",
  HAND_OUT: "发放形式",
  EIGHT_BANS: "八不准",
  DURABLE_GOODS: "固定资产",
  VAGUE_GOODS: "笼统品名",
};

const groupLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BANNED_GOODS: { GOODS: "物品" },
  HAND_OUT: {
    STORED_CARD: "储值卡",
    VOUCHER: "购物券",
    CASH: "现金",
    PICK_UP_NOTE: "提货凭证",
    CAKE_NOTE: "蛋糕券",
    FITNESS_CARD: "健身卡",
  },
  EIGHT_BANS: {
    "1": "第1条 请客送礼",
    "2": "第2条 滥发奖金津贴",
    "3": "第3条 高消费娱乐健身",
    "6": "第6条 截留挪用",
    "7": "第7条 集资担保",
    "8": "第8条 与工会无关",
  },
  DURABLE_GOODS: { GENERAL: "通用设备" },
  VAGUE_GOODS: { INVOICE_LINE: "发票品名" },
};

/** What a word of a list can stand for, by code; empty for a list that is not kept. */
export function groupsOf(list: string): Readonly<Record<string, string>> {
  return groupLabels[list] ?? {};
}

/** What a word stands for inside its list, in words. */
export function groupLabel(list: string, group: string): string {
  return groupsOf(list)[group] ?? group;
}
