import type { getBudget } from "@/lib/budget/queries";

/** The budget of a union and year as the page reads it. */
export type BudgetSheet = Awaited<ReturnType<typeof getBudget.run>>;
