import type { BooksIn, BooksKeptBy, UnionLevel, UnionScale } from "@/generated/prisma/enums";

/** What the levels of the tree are called. */
export const levelLabels: Record<UnionLevel, string> = {
  DISTRICT: "区总工会",
  DIRECT: "直属工会",
  GRASSROOTS: "基层工会",
};

/** 标准 or 小微 (practice.md 4). */
export const scaleLabels: Record<UnionScale, string> = { STANDARD: "标准", MICRO: "小微" };

/** Where the books are (practice.md 5). */
export const booksInLabels: Record<BooksIn, string> = {
  PORTAL: "本平台",
  CENTRAL_FINANCE: "财务集中管控系统",
  OTHER: "其他财务软件",
};

/** Who keeps the books (practice.md 4). */
export const booksKeptByLabels: Record<BooksKeptBy, string> = {
  OWN: "本单位",
  AGENCY: "代理记账机构",
  PARENT: "上级工会",
  DISTRICT_STATION: "区总会计核算站",
};
