/** The areas of the portal that can have something waiting. */
export type Area = "spending" | "ledger";

/** One thing that waits for one person. */
export type DeskTask = {
  area: Area;
  /** What to do and on what, in one line. */
  title: string;
  unionName: string;
  href: string;
  /** Since when it waits, "YYYY-MM-DD". */
  since: string;
  /** The day it should be done by; null where no rule sets one. */
  dueOn: string | null;
};

/** How near a deadline is, seen from today. */
export type Urgency = "OVERDUE" | "DUE_SOON" | "OPEN";

const soonDays = 2;

/** The urgency of a task on a day, given how many days are left (null: no deadline). */
export function urgencyOf(daysLeft: number | null): Urgency {
  if (daysLeft === null) return "OPEN";
  if (daysLeft < 0) return "OVERDUE";
  return daysLeft <= soonDays ? "DUE_SOON" : "OPEN";
}

/** Nearest deadline first, then the longest wait; tasks without a deadline come after those with one. */
export function byDeadline(left: DeskTask, right: DeskTask): number {
  const far = "9999-12-31";
  const byDue = (left.dueOn ?? far).localeCompare(right.dueOn ?? far);
  return byDue !== 0 ? byDue : left.since.localeCompare(right.since);
}

/** Counts by area, for the navigation. */
export function countByArea(tasks: readonly DeskTask[]): Partial<Record<Area, number>> {
  const counts: Partial<Record<Area, number>> = {};
  for (const task of tasks) counts[task.area] = (counts[task.area] ?? 0) + 1;
  return counts;
}

/** An unread message as the desk shows it. */
export type DeskMessage = { id: string; title: string; href: string | null; day: string };
