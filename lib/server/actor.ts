import type { Role } from "@/generated/prisma/enums";
import { type Permission, permissions, reachOf } from "./permissions";

/**
 * A role held in one union; `subtree` is that union and all below it, `above` the names of the unions over it
 * from the district down (the wall hides those rows, so their names come with the grant).
 */
export type Grant = { role: Role; unionId: number; unionName: string; above: string[]; subtree: number[] };

/** Who is asking: a person through an account, or the portal itself with a reason. */
export type Actor = {
  accountId: bigint | null;
  personId: bigint | null;
  name: string;
  grants: Grant[];
  sessionId: bigint | null;
  /** A job of the portal itself; it acts in the whole district and says why. */
  systemReason: string | null;
};

/** The unions a permission opens to an actor: none, some, or the whole district. */
export type Scope =
  | { role: "portal_scoped"; unions: number[] }
  | { role: "portal_district"; unions: number[] };

/** The portal acting by itself, for jobs and the seed; the reason goes into the audit line. */
export function systemActor(reason: string): Actor {
  return { accountId: null, personId: null, name: "系统", grants: [], sessionId: null, systemReason: reason };
}

/** What a permission opens to an actor; null when no role of theirs holds it. */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  if (actor.systemReason !== null) return { role: "portal_district", unions: [] };
  const unions = new Set<number>();
  let isAllowed = false;
  for (const grant of actor.grants) {
    const reach = reachOf(permission, grant.role);
    if (reach === "district") return { role: "portal_district", unions: [] };
    if (reach === null) continue;
    isAllowed = true;
    if (reach === "own") unions.add(grant.unionId);
    else for (const id of grant.subtree) unions.add(id);
  }
  return isAllowed ? { role: "portal_scoped", unions: [...unions].sort((a, b) => a - b) } : null;
}

/** Whether an actor holds a permission in one union (for what a screen offers; the gate decides again). */
export function may(actor: Actor, permission: Permission, unionId?: number): boolean {
  const scope = scopeOf(actor, permission);
  if (scope === null) return false;
  return unionId === undefined || scope.role === "portal_district" || scope.unions.includes(unionId);
}

/** The union somebody works for; null when there is none or several. */
export function onlyUnionOf({ grants }: Actor): number | null {
  const unions = new Set(grants.map(({ unionId }) => unionId));
  const [first = null] = unions;
  return unions.size === 1 ? first : null;
}

/** All permissions an actor holds somewhere, for building the navigation. */
export function permissionsOf(actor: Actor): Set<Permission> {
  const all = Object.keys(permissions).filter((name): name is Permission => name in permissions);
  return new Set(all.filter((name) => may(actor, name)));
}
