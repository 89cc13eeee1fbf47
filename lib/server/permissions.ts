import type { Role } from "@/generated/prisma/enums";

/** How far a role's permission goes: its own union, that union and all below, or the whole district. */
export type Reach = "own" | "subtree" | "district";

type Grants = Partial<Record<Role, Reach>>;

const grassrootsReaders: Grants = {
  UNIT_ADMIN: "own",
  CLAIMANT: "own",
  WITNESS: "own",
  BRANCH_CHAIR: "own",
  BOOKKEEPER: "own",
  CHECKER: "own",
  CASHIER: "own",
  CHAIR: "own",
  DEPUTY_CHAIR: "own",
  COMMITTEE: "own",
  FUND_REVIEWER: "own",
  ARCHIVIST: "own",
};

const moneyReaders: Grants = {
  DIRECT_ADMIN: "subtree",
  DISTRICT_FINANCE: "district",
  DISTRICT_FUND_REVIEW: "district",
  DISTRICT_LEADER: "district",
};

const everybody: Grants = {
  ...grassrootsReaders,
  WELFARE_OFFICER: "own",
  DIRECT_ADMIN: "subtree",
  SYSTEM_ADMIN: "own",
  SECURITY_ADMIN: "own",
  LOG_AUDITOR: "own",
  DISTRICT_LEADER: "district",
  DISTRICT_FINANCE: "district",
  DISTRICT_FUND_REVIEW: "district",
  SERVICE_CENTER: "district",
  MODEL_OFFICER: "district",
  ORG_TRAIN: "district",
};

/**
 * Every permission of the portal and who holds it; what is not named here is refused.
 * Sources: funds.md 4.1, welfare.md 1.1, practice.md 4 and 10 (the three administrators see no business data).
 */
export const permissions = {
  "desk.view": everybody,
  "messages.read": everybody,
  "sessions.own": everybody,
  "policies.view": everybody,
  "policies.confirm": { DISTRICT_FINANCE: "district" },
  "policies.setOwn": { UNIT_ADMIN: "own", CHAIR: "own", BOOKKEEPER: "own" },

  "unions.view": everybody,
  "unions.manage": { ORG_TRAIN: "district", SYSTEM_ADMIN: "district" },
  "unions.edit": { UNIT_ADMIN: "own", DIRECT_ADMIN: "subtree", ORG_TRAIN: "district" },
  "workers.view": {
    UNIT_ADMIN: "own",
    CHAIR: "own",
    DEPUTY_CHAIR: "own",
    CLAIMANT: "own",
    BOOKKEEPER: "own",
    WELFARE_OFFICER: "own",
    DIRECT_ADMIN: "subtree",
    SERVICE_CENTER: "district",
    ORG_TRAIN: "district",
    DISTRICT_LEADER: "district",
  },
  "workers.register": { UNIT_ADMIN: "own", DIRECT_ADMIN: "subtree", SERVICE_CENTER: "district" },
  "workers.unmask": { UNIT_ADMIN: "own", SERVICE_CENTER: "district" },

  "accounts.manage": { SYSTEM_ADMIN: "district" },
  "accounts.view": { SYSTEM_ADMIN: "district", SECURITY_ADMIN: "district" },
  "roles.grant": { SECURITY_ADMIN: "district" },
  "audit.view": { LOG_AUDITOR: "district" },
  "calendar.manage": { SYSTEM_ADMIN: "district" },

  "spending.view": { ...grassrootsReaders, ...moneyReaders },
  "spending.enter": { CLAIMANT: "own", UNIT_ADMIN: "own", BOOKKEEPER: "own" },
  /** Receipts come from the cashier, sign-off sheets from whoever collects them. */
  "spending.attach": {
    CLAIMANT: "own",
    UNIT_ADMIN: "own",
    BOOKKEEPER: "own",
    CASHIER: "own",
    ARCHIVIST: "own",
  },
  "spending.witness": { WITNESS: "own" },
  "spending.review": { BOOKKEEPER: "own" },
  "spending.approve": { CHAIR: "own", DEPUTY_CHAIR: "own" },
  /** A chair's own claim goes to the deputy, then the direct union, then the district (practice.md 4). */
  "spending.approveForBelow": { CHAIR: "subtree", DISTRICT_LEADER: "district" },
  "spending.pay": { CASHIER: "own" },
  "spending.archive": { ARCHIVIST: "own", BOOKKEEPER: "own" },

  "budget.view": { ...grassrootsReaders, ...moneyReaders },
  "budget.enter": { BOOKKEEPER: "own", DISTRICT_FINANCE: "district" },

  "ledger.view": {
    BOOKKEEPER: "own",
    CHECKER: "own",
    CASHIER: "own",
    CHAIR: "own",
    DEPUTY_CHAIR: "own",
    COMMITTEE: "own",
    FUND_REVIEWER: "own",
    ARCHIVIST: "own",
    ...moneyReaders,
  },
  "ledger.enter": { BOOKKEEPER: "own" },
  "ledger.review": { CHECKER: "own" },
  "ledger.post": { BOOKKEEPER: "own" },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof permissions;

/** The reach a role has for a permission, or null when it has none. */
export function reachOf(permission: Permission, role: Role): Reach | null {
  const grants: Grants = permissions[permission];
  return grants[role] ?? null;
}

/** What each permission is called in refusals, on the permission page and in the log. */
export const permissionLabels: Record<Permission, string> = {
  "desk.view": "查看工作台",
  "messages.read": "查看消息",
  "sessions.own": "管理本人登录",
  "policies.view": "查看政策依据",
  "policies.confirm": "确认标准",
  "policies.setOwn": "维护本单位标准",
  "unions.view": "查看工会组织",
  "unions.manage": "新建和调整工会组织",
  "unions.edit": "维护工会资料",
  "workers.view": "查看会员名册",
  "workers.register": "登记会员",
  "workers.unmask": "查看会员完整证件信息",
  "accounts.manage": "管理账号",
  "accounts.view": "查看账号",
  "roles.grant": "授予岗位",
  "audit.view": "查看操作日志",
  "calendar.manage": "维护工作日历",
  "spending.view": "查看支出",
  "spending.enter": "填报支出",
  "spending.attach": "补充支出材料",
  "spending.witness": "证明支出",
  "spending.review": "会计审核支出",
  "spending.approve": "审批支出",
  "spending.approveForBelow": "代下级工会审批支出",
  "spending.pay": "付款",
  "spending.archive": "支出归档",
  "budget.view": "查看预算",
  "budget.enter": "录入批复预算",
  "ledger.view": "查看凭证与账簿",
  "ledger.enter": "填制凭证",
  "ledger.review": "稽核凭证",
  "ledger.post": "记账",
};

/** The official name of each role. */
export const roleLabels: Record<Role, string> = {
  SYSTEM_ADMIN: "系统管理员",
  SECURITY_ADMIN: "安全管理员",
  LOG_AUDITOR: "日志审计员",
  DISTRICT_LEADER: "区总领导",
  DISTRICT_FINANCE: "区总财务部",
  DISTRICT_FUND_REVIEW: "区总经审办",
  SERVICE_CENTER: "职工服务中心",
  MODEL_OFFICER: "劳模管理",
  ORG_TRAIN: "组织宣传",
  DIRECT_ADMIN: "直属工会管理员",
  UNIT_ADMIN: "基层工会管理员",
  WELFARE_OFFICER: "帮扶专干",
  CLAIMANT: "经办人",
  WITNESS: "证明人",
  BRANCH_CHAIR: "分工会主席",
  BOOKKEEPER: "会计",
  CHECKER: "稽核",
  CASHIER: "出纳",
  CHAIR: "工会主席",
  DEPUTY_CHAIR: "工会副主席",
  COMMITTEE: "工会委员",
  FUND_REVIEWER: "经审委员",
  ARCHIVIST: "会计档案员",
};
