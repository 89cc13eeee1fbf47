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
export async function officersOf(tx: Tx, unionId: number): Promise<Officer[]> {
  const rows = await tx.$queryRaw<
    { distance: number; union_name: string; person_id: bigint; person_name: string; role: string }[]
  >`select distance, union_name, person_id, person_name, role::text from spending_officers(${unionId}::int)`;
  return rows.map((row) => ({
    distance: row.distance,
    unionName: row.union_name,
    personId: row.person_id,
    name: row.person_name,
    role: row.role,
  }));
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
