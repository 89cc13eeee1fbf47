"use server";

import { changeSetting } from "@/lib/accounts/commands/change-setting";
import { disableAccount } from "@/lib/accounts/commands/disable-account";
import { enableAccount } from "@/lib/accounts/commands/enable-account";
import { endSession } from "@/lib/accounts/commands/end-session";
import { appointFirstSecurityAdmin, grantRole } from "@/lib/accounts/commands/grant-role";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { revokeRole } from "@/lib/accounts/commands/revoke-role";
import { startReset } from "@/lib/accounts/commands/start-reset";
import { addYear } from "@/lib/calendar/commands/add-year";
import { commandAction } from "@/lib/server/action";

const revalidate = "/accounts";
const invite = commandAction(inviteAccount, { revalidate });
const reset = commandAction(startReset, { revalidate });

/** Sent without a key: the answer holds a one-time secret, and keyed answers are stored. */
export async function inviteAccountAction(input: unknown) {
  return invite(input);
}

/** Sent without a key, as above. */
export async function startResetAction(input: unknown) {
  return reset(input);
}

export const disableAccountAction = commandAction(disableAccount, { revalidate });
export const enableAccountAction = commandAction(enableAccount, { revalidate });
export const endSessionAction = commandAction(endSession, { revalidate });
export const grantRoleAction = commandAction(grantRole, { revalidate });
export const revokeRoleAction = commandAction(revokeRole, { revalidate });
export const appointAction = commandAction(appointFirstSecurityAdmin, { revalidate });
export const changeSettingAction = commandAction(changeSetting, { revalidate: "/settings" });
export const addYearAction = commandAction(addYear, { revalidate: "/settings" });
