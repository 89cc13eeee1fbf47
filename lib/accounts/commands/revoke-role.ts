import type { Role } from "@/generated/prisma/enums";
import { now } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { roleLabels } from "@/lib/server/permissions";
import { revokeRoleInput } from "../schema";

/** Ends a role at once; the grant stays as history. The last 安全管理员 cannot go. */
export const revokeRole = defineCommand({
  name: "accounts.revokeRole",
  label: "收回岗位",
  permission: "roles.grant",
  input: revokeRoleInput,
  async run(tx, { grantId, reason }, context) {
    const grant = await tx.roleGrant.findUnique({
      where: { id: grantId },
      select: { role: true, unionId: true, personId: true, revokedAt: true },
    });
    if (grant === null) throw new Refusal("NOT_FOUND", "未找到该岗位");
    if (grant.role === "SECURITY_ADMIN" || grant.role === "SYSTEM_ADMIN") {
      await requireAnotherHolder(tx, grant.role, { grantId, today: context.today });
    }
    const changed = await tx.roleGrant.updateMany({
      where: { id: grantId, revokedAt: null },
      data: { revokedAt: now(), revokedById: context.actor.personId },
    });
    if (changed.count === 0) throw new Refusal("CONFLICT", "该岗位已经收回");
    return {
      value: { grantId: grantId.toString() },
      audit: {
        subject: `grant:${grantId}`,
        unionId: grant.unionId,
        detail: { role: grant.role, person: grant.personId.toString(), reason },
      },
    };
  },
});

/** Refuses when without this grant or this account nobody could act in the role today. */
export async function requireAnotherHolder(
  tx: Tx,
  role: Role,
  without: { grantId?: bigint; accountId?: bigint; today: string },
): Promise<void> {
  const { grantId = null, accountId = null, today } = without;
  const rows = await tx.$queryRaw<{ leaves: boolean; stays: boolean }[]>`
    select coalesce(bool_or(g.id = ${grantId} or a.id = ${accountId}), false) leaves,
      coalesce(bool_or(g.id is distinct from ${grantId} and a.id is distinct from ${accountId}), false) stays
    from role_grant g join account a on a.person_id = g.person_id
    where g.role = ${role}::role and g.revoked_at is null and a.status = 'ACTIVE'
      and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date)`;
  const row = rows[0];
  if (row?.leaves && !row.stays) {
    throw new Refusal("FORBIDDEN", `这是最后一位${roleLabels[role]}，请先授予另一人再办理`);
  }
}
