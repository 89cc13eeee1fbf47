import { type Actor, may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { myTasks, tasksForBelow } from "@/lib/spending/queries";
import type { SpendingTask } from "@/lib/spending/reports/tasks";

/** What waits for a person: in their own unions, and from unions below that have nobody free to decide. */
export async function waitingFor(actor: Actor): Promise<SpendingTask[]> {
  const [own, below] = await Promise.all([
    readForPage(actor, myTasks, {}),
    may(actor, "spending.approveForBelow") ? readForPage(actor, tasksForBelow, {}) : [],
  ]);
  return [...own, ...below];
}
