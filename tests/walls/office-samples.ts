import type { Actor } from "@/lib/server/actor";
import type { Sample } from "./samples";
import { nextIdNo } from "./worker-samples";
import { canary, known, type World } from "./world";

let made = 0;

async function accountId(world: World): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>(
    `with p as (insert into person (name) values ('测试人员') returning id)
     insert into account (login, person_id, status) select $1, id, 'ACTIVE' from p returning id::text`,
    [`wall-${made}`],
  );
  return known(rows[0]).id;
}

async function sessionId(world: World, _unionId?: number, actor?: Actor): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into auth_session (token_hash, account_id, expires_at)
     select $1, id, now() + interval '1 hour' from account where id = coalesce($2, (select min(id) from account)) returning id::text`,
    [`wall-${made}`, actor?.accountId?.toString() ?? null],
  );
  return known(rows[0]).id;
}

async function grantId(world: World): Promise<string> {
  const account = await accountId(world);
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into role_grant (person_id, union_id, role, starts_on, reason)
     select person_id, 4, 'WITNESS', '2026-01-01', '任命' from account where id = $1 returning id::text`,
    [account],
  );
  return known(rows[0]).id;
}

async function versionOf(world: World, unionId: number): Promise<number> {
  const { rows } = await world.owner.query<{ version: number }>(
    "select version from trade_union where id = $1",
    [unionId],
  );
  return known(rows[0]).version;
}

/** A union below another, made for one call. */
async function newUnion(world: World, parentId: number): Promise<number> {
  made += 1;
  const { rows } = await world.owner.query<{ id: number }>(
    `insert into trade_union (id, parent_id, path, level, name)
     select n, $1, p.path || n::int, 'GRASSROOTS', $2 from trade_union p, nextval('trade_union_id_seq') n where p.id = $1
     returning id`,
    [parentId, `${canary(parentId)}下属${made}工会`],
  );
  return known(rows[0]).id;
}

async function messageId(world: World, unionId: number): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into outbox_message (union_id, recipient_id, topic, title, body, event_key)
     values ($1, $2, 'test', $3, '', $4) returning id::text`,
    [unionId, world.personId(unionId), `${canary(unionId)}消息`, `wall:${made}`],
  );
  return known(rows[0]).id;
}

const district = "区级岗位管理全区，由岗位决定";

/** Samples of the log, accounts, unions, messages, the desk and budgets. */
export const officeSamples: Record<string, Sample> = {
  "audit.listEntries": { input: () => ({}), leftOut: { unionId: "筛选条件；只有日志审计员能用" } },
  "audit.getChainStatus": { input: () => ({}) },
  "audit.getChainHead": { input: () => ({}) },

  "accounts.inviteAccount": {
    input: () => {
      made += 1;
      return { login: `wall-new-${made}`, name: "测试人员", idNo: nextIdNo() };
    },
  },
  "accounts.startReset": { input: async (world) => ({ accountId: await accountId(world) }) },
  "accounts.disableAccount": {
    input: async (world) => ({ accountId: await accountId(world), reason: "离职" }),
  },
  "accounts.enableAccount": {
    input: async (world) => {
      const id = await accountId(world);
      await world.owner.query("update account set status = 'DISABLED' where id = $1", [id]);
      return { accountId: id };
    },
  },
  "accounts.endSession": { input: async (world) => ({ sessionId: await sessionId(world) }) },
  "accounts.grantRole": {
    input: async (world) => ({
      accountId: await accountId(world),
      unionId: 4,
      role: "WITNESS",
      reason: "任命",
    }),
    shared: { unionId: district, accountId: district },
  },
  "accounts.appointFirstSecurityAdmin": {
    input: async (world) => {
      await world.owner.query("delete from role_grant where role = 'SECURITY_ADMIN'");
      return { accountId: await accountId(world) };
    },
  },
  "accounts.endOwnSession": {
    input: async (world, unionId, actor) => ({ sessionId: await sessionId(world, unionId, actor) }),
  },
  "accounts.revokeRole": { input: async (world) => ({ grantId: await grantId(world), reason: "离任" }) },
  "accounts.changeSetting": { input: () => ({ code: "SESSION_IDLE_MINUTES", value: 30 }) },
  "accounts.listAccounts": { input: () => ({}) },
  "accounts.getAccount": { input: async (world) => ({ accountId: await accountId(world) }) },
  "accounts.listMySessions": { input: () => ({}), about: "COMMON" },
  "accounts.listSettings": { input: () => ({}) },
  "accounts.getGrantChoices": { input: () => ({}) },

  "calendar.addYear": {
    input: () => {
      made += 1;
      const year = 2027 + (made % 70);
      return {
        year,
        holidays: [{ name: "元旦", from: `${year}-01-01`, to: `${year}-01-01` }],
        makeUpDays: [],
      };
    },
  },
  "calendar.listSpecialDays": { input: () => ({ year: 2026 }), about: "COMMON" },
  "calendar.getDeadline": { input: () => ({ from: "2026-09-01", workingDays: 5 }), about: "COMMON" },

  "unions.createUnion": {
    input: (_world, unionId) => {
      made += 1;
      return { parentId: unionId, name: `${canary(unionId)}新建${made}工会` };
    },
  },
  "unions.renameUnion": {
    input: async (world, unionId) => ({
      ...{ unionId, name: `${canary(unionId)}工会`, version: await versionOf(world, unionId) },
    }),
  },
  "unions.editUnion": {
    input: async (world, unionId) => ({
      ...{ unionId, version: await versionOf(world, unionId), booksIn: "PORTAL", booksKeptBy: "OWN" },
    }),
  },
  "unions.moveUnion": {
    input: async (world) => ({ unionId: await newUnion(world, 2), parentId: 3, version: 1 }),
    shared: { unionId: district, parentId: district },
  },
  "unions.closeUnion": {
    input: async (world) => ({ unionId: await newUnion(world, 2), reason: "撤销", version: 1 }),
    shared: { unionId: district },
  },
  "unions.listUnions": { input: () => ({}), about: "COMMON" },
  "unions.getUnion": {
    input: (_world, unionId) => ({ unionId }),
    namesAbove: "空缺岗位由上级工会的主席代办，要告诉下级其姓名",
  },

  "messages.markRead": {
    input: async (world, unionId) => ({ messageIds: [await messageId(world, unionId)] }),
    about: "COMMON",
    passesOver: true,
  },
  "messages.listMyMessages": {
    input: () => ({}),
    about: "COMMON",
    leftOut: { before: "游标" },
    tellsBelow: "代审批的通知告诉上级主席是哪家下级工会的单据",
  },
  "desk.getPlace": { input: (_world, unionId) => ({ unionId }), passesOver: true },
  "desk.listTasks": { input: () => ({}), about: "COMMON" },

  "budget.enterBudget": {
    input: (_world, unionId) => ({
      ...{ unionId, year: 2026, approvedOn: "2026-01-10", approvalNo: `${canary(unionId)}批复` },
      ...{ income: [], lines: [{ accountCode: "50504", amount: "100" }] },
    }),
  },
  "budget.getBudget": { input: (_world, unionId) => ({ unionId, year: 2026 }) },
  "budget.listBudgets": { input: (_world, unionId) => ({ unionId }) },
};
