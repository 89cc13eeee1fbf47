import type { Tx } from "@/lib/server/db";
import { clashOf, type Parts } from "../model";

/** Somebody with a duty in the document's union, or one who decides in a union above it. */
export type Officer = {
  /** 0 in the document's own union, 1 in the union above it, and so on. */
  distance: number;
  unionName: string;
  personId: bigint;
  name: string;
  role: string;
};

/** Everybody who holds a duty in a union today, with the chairs of the unions above it. */
export async function officersOf(tx: Tx, unionId: number): Promise<readonly Officer[]> {
  return (await officersOfAll(tx, [unionId])).get(unionId) ?? [];
}

type OfficerRow = { home: number } & Officer;

/** As `officersOf`, for many unions in one statement: a district has hundreds of them. */
export async function officersOfAll(
  tx: Tx,
  unionIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Officer[]>> {
  const rows = await tx.$queryRaw<OfficerRow[]>`
    select home, o.distance, o.union_name "unionName", o.person_id "personId", o.person_name "name", o.role::text "role"
      from unnest(${[...new Set(unionIds)]}::int[]) home cross join lateral spending_officers(home) o
     order by home, o.distance, o.role, o.person_id`;
  const officers = new Map<number, Officer[]>();
  for (const { home, ...officer } of rows) {
    const known = officers.get(home);
    if (known === undefined) officers.set(home, [officer]);
    else known.push(officer);
  }
  return officers;
}

/** The persons with one duty in the document's own union. */
export function holdersOf(officers: readonly Officer[], role: string): Officer[] {
  return officers.filter((officer) => officer.distance === 0 && officer.role === role);
}

/**
 * Who may approve: the chair alone (一支笔); where the chair has a part in the document, the deputy; where there is
 * none free either, the chair of the union above, and so on up to the district (practice.md 4).
 */
export function approversAmong(officers: readonly Officer[], parts: Parts): Officer[] {
  const free = officers.filter((officer) => clashOf("approve", officer.personId, parts) === null);
  const chairs = holdersOf(free, "CHAIR");
  if (chairs.length > 0) return chairs;
  const deputies = holdersOf(free, "DEPUTY_CHAIR");
  if (deputies.length > 0) return deputies;
  const above = free.filter((officer) => officer.distance > 0);
  const nearest = Math.min(...above.map((officer) => officer.distance));
  return above.filter((officer) => officer.distance === nearest);
}
