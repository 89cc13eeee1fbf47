import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { roleLabels } from "@/lib/server/permissions";
import { type HeldRole, levelsOf, objectionsTo } from "../model";
import { appointInput, grantRoleInput } from "../schema";

/** Grants a person a role in a union for a time; refuses what the law or the district keeps apart, with the rule. */
export const grantRole = defineCommand({
  name: "accounts.grantRole",
  label: "授予岗位",
  permission: "roles.grant",
  input: grantRoleInput,
  async run(tx, { accountId, unionId, role, from, to, reason }, context) {
    context.requireUnion(unionId);
    const union = await tx.tradeUnion.findUnique({
      where: { id: unionId },
      select: { name: true, level: true },
    });
    if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
    if (!levelsOf(role).includes(union.level)) {
      const message = `${roleLabels[role]}不能设在${union.name}这一级工会`;
      throw new Refusal("INVALID", message, [{ path: "unionId", message }]);
    }
    const starts = from ?? context.today;
    if (to !== undefined && to < starts) {
      throw new Refusal("INVALID", "结束日期早于开始日期", [{ path: "to", message: "不能早于开始日期" }]);
    }
    const wanted: HeldRole = { role, unionId, unionName: union.name, from: starts, to: to ?? null };
    return giveRole(tx, { accountId, wanted, reason }, context);
  },
});

/**
 * Appoints the first 安全管理员 of an installation, which nobody else can do yet; once there is one, roles are
 * granted by that person only.
 */
export const appointFirstSecurityAdmin = defineCommand({
  name: "accounts.appointFirstSecurityAdmin",
  label: "指定首位安全管理员",
  permission: "accounts.manage",
  input: appointInput,
  async run(tx, { accountId }, context) {
    const held = await tx.roleGrant.count({ where: { role: "SECURITY_ADMIN" } });
    if (held > 0) throw new Refusal("FORBIDDEN", "已设安全管理员，岗位由安全管理员授予");
    const union = await tx.tradeUnion.findFirst({
      where: { level: "DISTRICT" },
      select: { id: true, name: true },
    });
    if (union === null) throw new Refusal("NOT_FOUND", "还没有建立区总工会");
    const wanted: HeldRole = {
      ...{ role: "SECURITY_ADMIN", unionId: union.id, unionName: union.name },
      ...{ from: context.today, to: null },
    };
    return giveRole(tx, { accountId, wanted, reason: "首位安全管理员" }, context);
  },
});

type Gift = { accountId: bigint; wanted: HeldRole; reason: string };

async function giveRole(tx: Tx, { accountId, wanted, reason }: Gift, context: Context) {
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: { personId: true, status: true },
  });
  if (account === null) throw new Refusal("NOT_FOUND", "未找到该账号");
  if (account.status === "DISABLED") throw new Refusal("CONFLICT", "账号已停用，不能授予岗位");
  const { personId } = account;
  if (personId === context.actor.personId) throw new Refusal("FORBIDDEN", "不能给自己授予岗位（三员分立）");
  const held = await rolesOf(tx, personId);
  refuseJoined(held, wanted);
  const grant = await tx.roleGrant.create({
    data: {
      ...{ personId, unionId: wanted.unionId, role: wanted.role, reason },
      from: toDbDate(wanted.from),
      to: wanted.to === null ? null : toDbDate(wanted.to),
      grantedById: context.actor.personId,
    },
    select: { id: true },
  });
  const { role, from, to, unionId, unionName } = wanted;
  return {
    value: { grantId: grant.id.toString(), accountId: accountId.toString() },
    audit: {
      subject: `account:${accountId}`,
      unionId,
      detail: { role, unionName, from, to, reason, grant: grant.id.toString() },
    },
  };
}

async function rolesOf(tx: Tx, personId: bigint): Promise<HeldRole[]> {
  const rows = await tx.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true, unionId: true, from: true, to: true },
  });
  const unions = await tx.tradeUnion.findMany({
    where: { id: { in: rows.map((row) => row.unionId) } },
    select: { id: true, name: true },
  });
  const names = new Map(unions.map(({ id, name }) => [id, name]));
  return rows.map(({ role, unionId, from, to }) => ({
    ...{ role, unionId, unionName: names.get(unionId) ?? "" },
    ...{ from: fromDbDate(from), to: to === null ? null : fromDbDate(to) },
  }));
}

function refuseJoined(held: readonly HeldRole[], wanted: HeldRole): void {
  const same = held.find(({ role, unionId }) => role === wanted.role && unionId === wanted.unionId);
  if (same !== undefined) throw new Refusal("CONFLICT", `已任${wanted.unionName}${roleLabels[wanted.role]}`);
  const objections = objectionsTo(held, wanted);
  if (objections.length === 0) return;
  const message = objections
    .map(({ ruleId, sentence, basis }) => `${sentence}。规则 ${ruleId}，依据：${basis}`)
    .join("；");
  throw new Refusal("POLICY", message, [{ path: "role", message: "与已任岗位不相容" }]);
}
