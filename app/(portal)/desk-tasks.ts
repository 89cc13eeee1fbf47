import { cache } from "react";
import { byDeadline, type DeskMessage, type DeskTask } from "@/lib/desk/model";
import { listTasks } from "@/lib/desk/queries";
import type { Actor } from "@/lib/server/actor";
import { read } from "@/lib/server/query";
import { tasksForBelow } from "@/lib/spending/queries";

type Waiting = { tasks: DeskTask[]; messages: DeskMessage[]; unread: number };

/** What waits for a person, nearest deadline first, and what they have not read; asked once a request. */
export const waitingFor = cache(async (actor: Actor): Promise<Waiting> => {
  const [own, below] = await Promise.all([
    read(actor, listTasks, {}),
    decidesBelow(actor) ? read(actor, tasksForBelow, {}) : [],
  ]);
  return { ...own, tasks: [...own.tasks, ...below].sort(byDeadline) };
});

/** Chairs with unions below them and the district's leaders also decide what nobody below is free to decide. */
function decidesBelow(actor: Actor): boolean {
  return actor.grants.some(
    ({ role, subtree }) => role === "DISTRICT_LEADER" || (role === "CHAIR" && subtree.length > 1),
  );
}
