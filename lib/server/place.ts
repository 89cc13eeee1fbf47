import { cookies } from "next/headers";
import { cache } from "react";
import { today, yearOf } from "@/lib/core/dates";
import type { Actor } from "./actor";

/** The union and the year somebody chose to work in; a preference, never a permission. */
export type PlaceChoice = { unionId: number | null; year: number };

const placeCookie = "place";
const firstYear = 2017;

/** Reads the chosen union and year of this request; the gate decides whether that union may be seen. */
export const chosenPlace = cache(async (actor: Actor): Promise<PlaceChoice> => {
  const [union = "", year = ""] = ((await cookies()).get(placeCookie)?.value ?? "").split(".");
  const thisYear = yearOf(today());
  const chosenYear = /^\d{4}$/.test(year) ? Number(year) : thisYear;
  return {
    unionId: /^[1-9]\d{0,8}$/.test(union) ? Number(union) : (actor.grants[0]?.unionId ?? null),
    year: chosenYear >= firstYear && chosenYear <= thisYear + 1 ? chosenYear : thisYear,
  };
});

/** Remembers the choice in this browser. */
export async function rememberPlace(choice: PlaceChoice, isSecure: boolean): Promise<void> {
  (await cookies()).set(placeCookie, `${choice.unionId ?? ""}.${choice.year}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    path: "/",
  });
}
