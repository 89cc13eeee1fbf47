"use server";

import { enterBudget } from "@/lib/budget/commands/enter-budget";
import { importBudget } from "@/lib/budget/commands/import-budget";
import { commandAction } from "@/lib/server/action";

const refresh = { revalidate: "/budget" };

export const enterBudgetAction = commandAction(enterBudget, refresh);
export const importBudgetAction = commandAction(importBudget, refresh);
