import type { Role, UnionLevel } from "@/generated/prisma/enums";
import type { BusinessDate } from "@/lib/core/dates";
import {
  type Permission,
  permissionLabels,
  permissions,
  reachOf,
  roleLabels,
} from "@/lib/server/permissions";

/** A role somebody holds in a union over a time; an open end is null. */
export type HeldRole = {
  role: Role;
  unionId: number;
  unionName: string;
  from: BusinessDate;
  to: BusinessDate | null;
};

/** Why a role may not be granted: the rule with its sentence and the document it rests on. */
export type RoleObjection = { ruleId: string; sentence: string; basis: string };

type RoleRule = {
  id: string;
  statement: string;
  basis: string;
  /** Whether it binds within one union only, or wherever the two are held. */
  within: "UNION" | "DISTRICT";
  one: readonly Role[];
  other: readonly Role[];
};

const administrators: readonly Role[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "LOG_AUDITOR"];
const allRoles = Object.keys(roleLabels).filter((role): role is Role => role in roleLabels);
const business = allRoles.filter((role) => !administrators.includes(role));
const unionFinance: readonly Role[] = [
  "BOOKKEEPER",
  "CASHIER",
  "CHECKER",
  "ARCHIVIST",
  "CHAIR",
  "DEPUTY_CHAIR",
];

/** The roles that one person may not join; two-sided, in the order in which they are told. */
export const roleRules: readonly RoleRule[] = [
  {
    id: "F24",
    statement: "出纳人员不得兼任稽核、会计档案保管和收入、支出、费用、债权债务账目的登记工作",
    basis: "《会计法》第三十五条；《会计基础工作规范》第十二条；《会计档案管理办法》第十一条",
    within: "UNION",
    one: ["CASHIER"],
    other: ["BOOKKEEPER", "CHECKER", "ARCHIVIST"],
  },
  {
    id: "F23",
    statement: "记账人员与经济业务的审批人员、经办人员、财物保管人员应当相互分离",
    basis: "《会计法》第二十五条",
    within: "UNION",
    one: ["CHAIR"],
    other: ["BOOKKEEPER", "CASHIER"],
  },
  {
    id: "经审分设",
    statement: "经审独立设岗，不与本单位财务岗位和审批岗位兼任",
    basis: "区总口径：经审与财务分设",
    within: "UNION",
    one: ["FUND_REVIEWER"],
    other: unionFinance,
  },
  {
    id: "经审分设",
    statement: "区总经审不与各级财务岗位兼任",
    basis: "区总口径：经审与财务分设",
    within: "DISTRICT",
    one: ["DISTRICT_FUND_REVIEW"],
    other: ["DISTRICT_FINANCE", ...unionFinance],
  },
  ...administrators.map((role, index): RoleRule => {
    return {
      id: "三员分立",
      statement: "系统管理员、安全管理员、日志审计员分设，不办理业务",
      basis: "网络安全等级保护基本要求（三员分立）",
      within: "DISTRICT",
      one: [role],
      other: [...administrators.slice(index + 1), ...business],
    };
  }),
];

/** Every objection to a person taking on a role beside those they hold at the same time. */
export function objectionsTo(held: readonly HeldRole[], wanted: HeldRole): RoleObjection[] {
  return roleRules.flatMap((rule) => {
    const clash = held.find((each) => overlaps(each, wanted) && joins(rule, each, wanted));
    if (clash === undefined) return [];
    const [first, second] = rule.one.includes(wanted.role) ? [wanted, clash] : [clash, wanted];
    const where =
      clash.unionName === wanted.unionName ? wanted.unionName : `${clash.unionName}、${wanted.unionName}`;
    const sentence = `${roleLabels[first.role]}不得兼任${roleLabels[second.role]}（${where}）：${rule.statement}`;
    return [{ ruleId: rule.id, sentence, basis: rule.basis }];
  });
}

function joins(rule: RoleRule, held: HeldRole, wanted: HeldRole): boolean {
  if (rule.within === "UNION" && held.unionId !== wanted.unionId) return false;
  const [a, b] = [held.role, wanted.role];
  return (rule.one.includes(a) && rule.other.includes(b)) || (rule.one.includes(b) && rule.other.includes(a));
}

function overlaps(a: HeldRole, b: HeldRole): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

const districtRoles: readonly Role[] = [
  ...administrators,
  ...(["DISTRICT_LEADER", "DISTRICT_FINANCE", "DISTRICT_FUND_REVIEW", "SERVICE_CENTER"] as const),
  ...(["MODEL_OFFICER", "ORG_TRAIN"] as const),
];

/** At which level of the tree a role can be held: what reaches the whole district belongs to the district itself. */
export function levelsOf(role: Role): readonly UnionLevel[] {
  if (districtRoles.includes(role)) return ["DISTRICT"];
  if (role === "DIRECT_ADMIN") return ["DIRECT"];
  return ["DISTRICT", "DIRECT", "GRASSROOTS"];
}

export type MatrixRow = {
  permission: Permission;
  label: string;
  cells: { role: Role; reach: string | null }[];
};

const reachWords = { own: "本单位", subtree: "本级及以下", district: "全区" } as const;

/** The permission table as the permission page shows it: every permission by every role. */
export function permissionMatrix(): { roles: { role: Role; label: string }[]; rows: MatrixRow[] } {
  const names = Object.keys(permissions).filter((name): name is Permission => name in permissions);
  const rows = names.map((permission) => ({
    permission,
    label: permissionLabels[permission],
    cells: allRoles.map((role) => {
      const reach = reachOf(permission, role);
      return { role, reach: reach === null ? null : reachWords[reach] };
    }),
  }));
  return { roles: allRoles.map((role) => ({ role, label: roleLabels[role] })), rows };
}
