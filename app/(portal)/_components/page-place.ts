import { notFound } from "next/navigation";
import type { Actor } from "@/lib/server/actor";
import { chosenPlace } from "@/lib/server/place";
import { requireActor } from "@/lib/server/session";

/** What stands in the address of a page, one text per name. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Who asks, for which union and year, with the filters of the address. */
export type PagePlace = { actor: Actor; unionId: number; year: number; search: Record<string, string> };

/** Reads person, union, year and filters of a page; the gate decides whether they may be seen. */
export async function pagePlace(searchParams?: SearchParams): Promise<PagePlace> {
  const actor = await requireActor();
  const place = await chosenPlace(actor);
  const search = Object.fromEntries(
    Object.entries((await searchParams) ?? {}).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );
  const { unionId: union = "", year = "" } = search;
  const unionId = /^[1-9]\d{0,8}$/.test(union) ? Number(union) : place.unionId;
  if (unionId === null) notFound();
  return { actor, unionId, search, year: /^20\d{2}$/.test(year) ? Number(year) : place.year };
}

/** An address with its filters; empty ones are left out. */
export function hrefOf(path: string, search: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query === "" ? path : `${path}?${query}`;
}
