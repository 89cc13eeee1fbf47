import { hrefOf, type PagePlace } from "@/app/(portal)/_components/page-place";
import type { FilterChipItem } from "@/components/ui/chip";
import { parseDate } from "@/lib/core/dates";
import { scopeOf } from "@/lib/server/actor";
import { kindLabels } from "@/lib/spending/labels";
import { isSpendingType, spendingTypes } from "@/lib/spending/types-of-spending";
import { type SpendingTab, spendingTabs } from "./spending-tabs";

/** The filters of the list as they stand in the address. */
export type ListSearch = Partial<
  Record<"kind" | "type" | "from" | "to" | "min" | "max" | "text" | "scope", string>
>;

/** Reads the filters of an address; what cannot be read is left out, as a chip would then say nothing true. */
export function listSearchOf({ search }: PagePlace): ListSearch {
  const { kind = "", type = "", from = "", to = "", min, max, text, scope } = search;
  const days = { from: parseDate(from), to: parseDate(to) };
  return {
    ...(kind === "REQUEST" || kind === "CLAIM" ? { kind } : {}),
    ...(isSpendingType(type) ? { type } : {}),
    ...(days.from === null ? {} : { from: days.from }),
    ...(days.to === null ? {} : { to: days.to }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(text === undefined ? {} : { text }),
    ...(scope === "all" || scope === "own" ? { scope } : {}),
  };
}

/** Whether the list shows every union one may see; district roles begin with all, others with the chosen union. */
export function showsAll({ actor }: PagePlace, { scope }: ListSearch): boolean {
  return scope === undefined ? scopeOf(actor, "spending.view")?.role === "portal_district" : scope === "all";
}

/** Whether there is a choice between one union and several. */
export function hasSeveralUnions({ actor }: PagePlace): boolean {
  const scope = scopeOf(actor, "spending.view");
  return scope?.role === "portal_district" || (scope?.unions.length ?? 0) > 1;
}

/** What the list's query takes for the filters and a tab. */
export function filterOf(place: PagePlace, search: ListSearch, tab: SpendingTab) {
  const { kind = null, type = null, from = null, to = null, min = null, max = null, text = null } = search;
  return {
    unionId: showsAll(place, search) ? null : place.unionId,
    ...{ kind, type, from, to, text, minAmount: min, maxAmount: max },
    states: tab === "mine" ? [] : [...spendingTabs[tab].states],
  };
}

/** The file with exactly the rows of the list. */
export function exportHref(place: PagePlace, search: ListSearch, tab: SpendingTab): string {
  const { states, unionId, ...filter } = filterOf(place, search, tab);
  const texts = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? undefined]));
  return hrefOf("/api/downloads/spending-list", {
    ...texts,
    ...{ unionId: unionId ?? undefined, states: states.join(","), format: "xlsx" },
  });
}

/** The chosen filters as chips that can be taken away one by one. */
export function chipsOf(search: ListSearch, tab: SpendingTab): FilterChipItem[] {
  const words: [keyof ListSearch, string, string | undefined][] = [
    ["kind", "单据", search.kind === "REQUEST" ? kindLabels.REQUEST : search.kind && kindLabels.CLAIM],
    ["type", "类型", typeLabel(search.type)],
    ["from", "发生日期不早于", search.from],
    ["to", "发生日期不晚于", search.to],
    ["min", "金额不低于", search.min],
    ["max", "金额不高于", search.max],
    ["text", "关键词", search.text],
    ["scope", "单位", search.scope && (search.scope === "all" ? "全部可见单位" : "本单位")],
  ];
  return words.flatMap(([name, label, value]) =>
    value === undefined
      ? []
      : [{ label, value, removeHref: hrefOf("/spending", { ...search, tab, [name]: undefined }) }],
  );
}

function typeLabel(type: string | undefined): string | undefined {
  return type !== undefined && isSpendingType(type) ? spendingTypes[type].label : undefined;
}
