import { z } from "zod";
import { fromDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { type SettingCode, settings } from "@/lib/server/settings";
import { accountInput, listAccountsInput } from "./schema";

const pageSize = 50;

/** The accounts by login, with the roles that run now. */
export const listAccounts = defineQuery({
  name: "accounts.listAccounts",
  label: "查看账号",
  permission: "accounts.view",
  input: listAccountsInput,
  async run(tx, { q = "", status, after }) {
    const named = q === "" ? null : await personIdsByName(tx, q);
    const found = named === null ? {} : { OR: [{ login: { contains: q } }, { personId: { in: named } }] };
    const rows = await tx.account.findMany({
      where: { ...found, ...(status && { status }), ...(after !== undefined && { login: { gt: after } }) },
      select: { id: true, login: true, personId: true, status: true, createdAt: true },
      orderBy: { login: "asc" },
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    const people = shown.map((row) => row.personId);
    const names = await namesOf(tx, people);
    const roles = await grantsOf(tx, people);
    return {
      accounts: shown.map(({ id, personId, createdAt, ...row }) => ({
        ...row,
        ...{ id: id.toString(), name: names.get(personId) ?? "", createdAt: createdAt.toISOString() },
        roles: roles.filter((grant) => grant.personId === personId && grant.revokedAt === null),
      })),
      next: rows.length > pageSize ? (shown.at(-1)?.login ?? null) : null,
    };
  },
});

/** One account with all its grants, past ones included, and its latest sessions. */
export const getAccount = defineQuery({
  name: "accounts.getAccount",
  label: "查看账号详情",
  permission: "accounts.view",
  input: accountInput,
  async run(tx, { accountId }) {
    const account = await tx.account.findUnique({
      where: { id: accountId },
      select: {
        id: true,
        login: true,
        personId: true,
        status: true,
        createdAt: true,
        passwordChangedAt: true,
      },
    });
    if (account === null) throw new Refusal("NOT_FOUND", "未找到该账号");
    const { id, personId, createdAt, passwordChangedAt, ...row } = account;
    const names = await namesOf(tx, [personId]);
    return {
      ...row,
      ...{ id: id.toString(), name: names.get(personId) ?? "", createdAt: createdAt.toISOString() },
      passwordChangedAt: passwordChangedAt?.toISOString() ?? null,
      grants: await grantsOf(tx, [personId]),
      sessions: await sessionsOf(tx, [accountId]),
    };
  },
});

/** One's own sessions, the running ones first; `current` is the one asking. */
export const listMySessions = defineQuery({
  name: "accounts.listMySessions",
  label: "查看本人的登录",
  permission: "sessions.own",
  input: z.strictObject({}),
  async run(tx, _input, context) {
    const accounts = await tx.account.findMany({
      where: { personId: context.personId() },
      select: { id: true },
    });
    const sessions = await sessionsOf(
      tx,
      accounts.map(({ id }) => id),
    );
    const current = context.actor.sessionId?.toString();
    return sessions.map((session) => ({ ...session, isCurrent: session.id === current }));
  },
});

/** The numbers of the running of the portal with their bounds. */
export const listSettings = defineQuery({
  name: "accounts.listSettings",
  label: "查看系统设置",
  permission: "accounts.view",
  input: z.strictObject({}),
  async run(tx) {
    const rows = await tx.portalSetting.findMany({
      select: { code: true, value: true },
      orderBy: { code: "asc" },
    });
    const known = (code: string): code is SettingCode => code in settings;
    return rows.flatMap(({ code, value }) => (known(code) ? [{ code, value, ...settings[code] }] : []));
  },
});

/** The unions in which a role can be granted, and whether an installation still lacks its first 安全管理员. */
export const getGrantChoices = defineQuery({
  name: "accounts.getGrantChoices",
  label: "查看可授予的岗位",
  permission: "accounts.view",
  input: z.strictObject({}),
  async run(tx) {
    const unions = await tx.tradeUnion.findMany({
      where: { closedOn: null },
      select: { id: true, name: true, level: true },
      orderBy: { path: "asc" },
    });
    const securityAdmins = await tx.roleGrant.count({ where: { role: "SECURITY_ADMIN" } });
    return { unions, lacksSecurityAdmin: securityAdmins === 0 };
  },
});

async function personIdsByName(tx: Tx, name: string): Promise<bigint[]> {
  const rows = await tx.person.findMany({
    where: { name: { contains: name } },
    select: { id: true },
    take: 500,
  });
  return rows.map(({ id }) => id);
}

async function namesOf(tx: Tx, ids: bigint[]): Promise<Map<bigint, string>> {
  const rows = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function grantsOf(tx: Tx, personIds: bigint[]) {
  const rows = await tx.roleGrant.findMany({
    where: { personId: { in: personIds } },
    select: {
      ...{ id: true, personId: true, unionId: true, role: true, from: true, to: true },
      ...{ reason: true, revokedAt: true },
    },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
  });
  const unions = await tx.tradeUnion.findMany({
    where: { id: { in: rows.map((row) => row.unionId) } },
    select: { id: true, name: true },
  });
  const names = new Map(unions.map(({ id, name }) => [id, name]));
  return rows.map(({ id, from, to, revokedAt, ...row }) => ({
    ...row,
    ...{ id: id.toString(), unionName: names.get(row.unionId) ?? "", from: fromDbDate(from) },
    ...{ to: to === null ? null : fromDbDate(to), revokedAt: revokedAt?.toISOString() ?? null },
  }));
}

/** The latest sessions of accounts; one that went idle or ran out counts as over without a note of it. */
async function sessionsOf(tx: Tx, accountIds: bigint[]) {
  const rows = await tx.$queryRaw<
    {
      id: bigint;
      created_at: Date;
      last_seen_at: Date;
      ip: string | null;
      user_agent: string | null;
      end_reason: string | null;
    }[]
  >`
    select id, created_at, last_seen_at, ip, user_agent,
      case when ended_at is not null then coalesce(end_reason, 'ENDED') when now() >= expires_at then 'EXPIRED'
           when now() >= last_seen_at + make_interval(mins => setting('SESSION_IDLE_MINUTES')) then 'IDLE' end end_reason
    from auth_session where account_id = any (${accountIds}) order by 6 nulls first, last_seen_at desc limit 20`;
  return rows.map((row) => ({
    ...{
      id: row.id.toString(),
      startedAt: row.created_at.toISOString(),
      seenAt: row.last_seen_at.toISOString(),
    },
    ...{ ip: row.ip ?? "", device: row.user_agent ?? "", endReason: row.end_reason },
  }));
}
