"use server";

import { commandAction } from "@/lib/server/action";
import { commitImport } from "@/lib/workers/commands/commit-import";
import { editWorker } from "@/lib/workers/commands/edit-worker";
import { endMembership } from "@/lib/workers/commands/end-membership";
import { previewImport } from "@/lib/workers/commands/preview-import";
import { registerWorker } from "@/lib/workers/commands/register-worker";
import { transferWorker } from "@/lib/workers/commands/transfer-worker";
import { unmaskWorker } from "@/lib/workers/commands/unmask-worker";

const revalidate = "/workers";
const unmask = commandAction(unmaskWorker);

/** Sent without a key: keyed answers are stored, and this one is a full number. */
export async function unmaskWorkerAction(input: unknown) {
  return unmask(input);
}

export const registerWorkerAction = commandAction(registerWorker, { revalidate });
export const editWorkerAction = commandAction(editWorker, { revalidate });
export const transferWorkerAction = commandAction(transferWorker, { revalidate });
export const endMembershipAction = commandAction(endMembership, { revalidate });
export const previewImportAction = commandAction(previewImport);
export const commitImportAction = commandAction(commitImport, { revalidate });
