import type { BooksKeptBy, Role, UnionLevel, UnionScale } from "@/generated/prisma/enums";
import { roleLabels } from "@/lib/server/permissions";
import { booksKeptByLabels } from "./labels";

/** The level that a union has by its depth in the tree. */
export function levelAt(depth: number): UnionLevel {
  return depth === 1 ? "DISTRICT" : depth === 2 ? "DIRECT" : "GRASSROOTS";
}

/**
 * 标准 or 小微: what the district has set, else by members (P_MICRO_UNION_MEMBERS, practice.md 4); null while that
 * number is not known.
 */
export function scaleOf(
  setScale: UnionScale | null,
  members: number,
  microMembers: bigint | null,
): UnionScale | null {
  if (setScale !== null) return setScale;
  if (microMembers === null) return null;
  return BigInt(members) <= microMembers ? "MICRO" : "STANDARD";
}

/** Somebody who holds a role in a union or above it. */
export type Officer = { role: Role; name: string; unionName: string };

/** A role that a union needs, who holds it, and who can act where nobody does. */
export type Seat = { role: Role; label: string; holders: string[]; instead: string[] };

const seats: readonly Role[] = [
  ...(["CHAIR", "DEPUTY_CHAIR", "UNIT_ADMIN", "CLAIMANT", "WITNESS", "BOOKKEEPER"] as const),
  ...(["CHECKER", "CASHIER", "FUND_REVIEWER", "ARCHIVIST"] as const),
];

/** The seats of a union in the order of its work, each with its holders or with those who can act instead. */
export function seatsOf(own: readonly Officer[], above: readonly Officer[], keptBy: BooksKeptBy): Seat[] {
  return seats.map((role) => {
    const holders = own.filter((officer) => officer.role === role).map(({ name }) => name);
    const instead = holders.length > 0 ? [] : actsInstead(role, own, above, keptBy);
    return { role, label: roleLabels[role], holders, instead };
  });
}

/** Who can act for a role nobody holds, nearest first: people by name where they are known, else the way to go. */
function actsInstead(
  role: Role,
  own: readonly Officer[],
  above: readonly Officer[],
  keptBy: BooksKeptBy,
): string[] {
  const named = (people: readonly Officer[], ...roles: Role[]) =>
    people
      .filter((officer) => roles.includes(officer.role))
      .map((officer) => `${officer.name}（${officer.unionName}${roleLabels[officer.role]}）`);
  switch (role) {
    case "CHAIR":
      return [...named(own, "DEPUTY_CHAIR"), ...named(above, "CHAIR", "DISTRICT_LEADER")];
    case "DEPUTY_CHAIR":
      return [...named(above, "CHAIR", "DISTRICT_LEADER"), "主席本人的报销由上级工会审批"];
    case "UNIT_ADMIN":
      return named(above, "DIRECT_ADMIN");
    case "CLAIMANT":
      return named(own, "UNIT_ADMIN");
    case "WITNESS":
      return ["任一会员均可证明，与经办人不为同一人"];
    case "BOOKKEEPER":
      return keptBy === "OWN"
        ? ["请授予本单位或代理记账人员会计岗位"]
        : [`由${booksKeptByLabels[keptBy]}的会计办理，请授予其本单位会计岗位`];
    case "CHECKER":
      return ["可由不任出纳、不制单的委员担任，请授予稽核岗位"];
    case "CASHIER":
      return ["须另设出纳，不能由会计、稽核、会计档案员兼任"];
    case "FUND_REVIEWER":
      return named(above, "DISTRICT_FUND_REVIEW");
    case "ARCHIVIST":
      return named(own, "BOOKKEEPER");
    default:
      return [];
  }
}
