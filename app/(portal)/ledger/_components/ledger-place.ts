import { notFound } from "next/navigation";
import { monthOf, today, yearOf } from "@/lib/core/dates";
import type { Actor } from "@/lib/server/actor";
import { chosenPlace } from "@/lib/server/place";
import { requireActor } from "@/lib/server/session";

/** What stands in the address of a page, one text per name. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Whose books this request is about, and the month they are opened at. */
export type LedgerPlace = { actor: Actor; unionId: number; month: string; search: Record<string, string> };

/** Reads person, union, month and filters of a ledger page; the gate decides whether they may be seen. */
export async function ledgerPlace(searchParams?: SearchParams): Promise<LedgerPlace> {
  const actor = await requireActor();
  const place = await chosenPlace(actor);
  const search = Object.fromEntries(
    Object.entries((await searchParams) ?? {}).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );
  if (place.unionId === null) notFound();
  return { actor, unionId: place.unionId, search, month: monthFrom(search["month"], place.year) };
}

function monthFrom(asked: string | undefined, year: number): string {
  if (asked !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked)) return asked;
  const on = today();
  return yearOf(on) === year ? monthOf(on) : `${year}-12`;
}

/** An address with its filters; empty ones are left out. */
export function hrefOf(path: string, search: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return query === "" ? path : `${path}?${query}`;
}
