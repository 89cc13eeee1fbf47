"use server";

import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { Refusal } from "@/lib/core/errors";
import { addListEntry } from "@/lib/policies/commands/add-list-entry";
import { confirmParam } from "@/lib/policies/commands/confirm-param";
import { endListEntry } from "@/lib/policies/commands/end-list-entry";
import { registerRuling } from "@/lib/policies/commands/register-ruling";
import { setOwnParam } from "@/lib/policies/commands/set-own-param";
import { supersedeParam } from "@/lib/policies/commands/supersede-param";
import { policyDataSchema } from "@/lib/policies/model";
import { getPolicyData } from "@/lib/policies/queries";
import { evaluateCaseFile } from "@/lib/policies/reports/case-file";
import type { CaseResult } from "@/lib/policy/cases";
import { type ActionResult, commandAction, failureOf } from "@/lib/server/action";
import { requireSameOrigin } from "@/lib/server/origin";
import { read } from "@/lib/server/query";
import { requireActor } from "@/lib/server/session";

const refresh = { revalidate: "/policies" };

export const confirmParamAction = commandAction(confirmParam, refresh);
export const supersedeParamAction = commandAction(supersedeParam, refresh);
export const setOwnParamAction = commandAction(setOwnParam, refresh);
export const addListEntryAction = commandAction(addListEntry, refresh);
export const endListEntryAction = commandAction(endListEntry, refresh);
export const registerRulingAction = commandAction(registerRuling, refresh);

/** Evaluates a dropped case file with the numbers in force; it changes and stores nothing, so it is no command. */
export async function evaluateCasesAction(form: FormData): Promise<ActionResult<CaseResult[]>> {
  try {
    requireSameOrigin(await headers());
    const actor = await requireActor();
    const file = form.get("file");
    if (!(file instanceof File)) throw new Refusal("INVALID", "请选择案例文件");
    const policy = policyDataSchema.parse(await read(actor, getPolicyData, { unionId: null }));
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true, value: await evaluateCaseFile(file.name, bytes, policy) };
  } catch (error) {
    unstable_rethrow(error);
    return failureOf(error, "policies.evaluateCases", randomUUID());
  }
}
