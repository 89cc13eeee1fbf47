import { cache } from "react";
import { byDeadline, type DeskTask } from "@/lib/desk/model";
import { listTasks } from "@/lib/desk/queries";
import type { Actor } from "@/lib/server/actor";
import { read } from "@/lib/server/query";
import { tasksForBelow } from "@/lib/spending/queries";

/** Everything that waits for a person, nearest deadline first; asked once a request by the frame and the desk. */
export const tasksOf = cache(async (actor: Actor): Promise<DeskTask[]> => {
  const [own, below] = await Promise.all([
    read(actor, listTasks, {}),
    decidesBelow(actor) ? read(actor, tasksForBelow, {}) : [],
  ]);
  return [...own, ...below].sort(byDeadline);
});

/** Chairs with unions below them and the district's leaders also decide what nobody below is free to decide. */
function decidesBelow(actor: Actor): boolean {
  return actor.grants.some(
    ({ role, subtree }) => role === "DISTRICT_LEADER" || (role === "CHAIR" && subtree.length > 1),
  );
}
