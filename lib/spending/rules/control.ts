import { eightBans } from "@/lib/policy/initial-lists";
import { hitsIn } from "@/lib/policy/lists";
import { atMost, below, quantity, show } from "@/lib/policy/quantity";
import { check, type Outcome, pass, type Rule, unknown, unless } from "@/lib/policy/rule";
import { spendingFacts as facts, roleFacts } from "@/lib/spending/rules/facts";

const { amount, budgetLineAvailable, meetingMinuteId, stage, purpose, purposeFlags, itemNames } = facts;
const { applicantId, witnessId, approverId, bookkeeperId, cashierId } = facts;

const withinBudget: Rule = {
  id: "F20",
  title: "无预算不开支、不超预算",
  statement: "严禁无预算、超预算使用工会经费",
  appliesTo: [],
  basis: [{ instrument: "acftu-2017-32-recalled" }, { instrument: "accounting-basics", article: "第八十条" }],
  grade: "C",
  from: "2017-12-15",
  to: null,
  checks: [
    check({
      needs: { amount, budgetLineAvailable },
      judge(known) {
        const room = quantity("科目可用预算", known.budgetLineAvailable, "fen");
        return unless(
          atMost(quantity("本次", known.amount, "fen"), room),
          () => ({
            severity: "APPROVAL",
            message: `科目可用预算${show(room)}元，本次将超预算，请先办理预算调整`,
            remedies: [{ text: `将本次金额调整到${show(room)}元以内`, patch: { amount: show(room) } }],
          }),
          "预算余额充足",
        );
      },
    }),
  ],
};

const majorSpending: Rule = {
  id: "F22",
  title: "大额支出须工会委员会集体研究",
  statement: "重大收支须工会委员会集体研究，实行主席负责制",
  appliesTo: [],
  basis: [{ instrument: "acftu-2017-32-recalled" }, { instrument: "accounting-law", article: "第二十五条" }],
  grade: "C",
  from: "2017-12-15",
  to: null,
  checks: [
    check({
      needs: { amount },
      uses: { meetingMinuteId },
      params: ["P_MAJOR_SPEND"],
      judge(known, { param }) {
        const comparison = below(quantity("金额", known.amount, "fen"), param("P_MAJOR_SPEND"));
        if (comparison.holds) return pass("未达到大额标准", comparison);
        const hasMinutes = known.meetingMinuteId !== undefined && known.meetingMinuteId !== "无";
        if (hasMinutes) return pass("已附工会委员会会议纪要", comparison);
        return {
          severity: "APPROVAL",
          message: `${show(comparison.left)}元达到大额标准${show(comparison.right)}元，请附工会委员会会议纪要或写明理由`,
          comparison,
          missing: known.meetingMinuteId === undefined ? [meetingMinuteId] : [],
          remedies: [{ text: "上传会议纪要" }],
        };
      },
    }),
  ],
};

const personRoles = ["applicantId", "witnessId", "approverId", "bookkeeperId", "cashierId"] as const;
type PersonRole = (typeof personRoles)[number];

// 证明人 apart from 经办人 is ours; the other pairs are 会计法 第二十五条.
const apart: readonly (readonly [PersonRole, PersonRole])[] = [
  ["approverId", "applicantId"],
  ["approverId", "witnessId"],
  ["approverId", "bookkeeperId"],
  ["approverId", "cashierId"],
  ["bookkeeperId", "applicantId"],
  ["bookkeeperId", "cashierId"],
  ["witnessId", "applicantId"],
];

const separatePersons: Rule = {
  id: "F23",
  title: "经办、审批、记账、出纳相互分离",
  statement: "记账人员与经济业务事项和会计事项的审批人员、经办人员、财物保管人员相互分离、相互制约",
  appliesTo: [],
  basis: [{ instrument: "accounting-law", article: "第二十五条" }],
  grade: "A",
  from: "2024-07-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { applicantId, witnessId, approverId, bookkeeperId, cashierId, stage },
      judge(known): Outcome {
        const clash = apart.find(
          ([left, right]) => known[left] !== undefined && known[left] === known[right],
        );
        if (clash !== undefined) {
          const [left, right] = clash;
          return {
            severity: "FORBIDDEN",
            message: `${known[left]}不能同时担任${facts[left].label}和${facts[right].label}`,
            remedies: [{ text: `由他人担任${facts[left].label}（主席本人报销由副主席或工会委员会审批）` }],
          };
        }
        const missing = personRoles.filter((role) => known[role] === undefined).map((role) => facts[role]);
        if (missing.length === 0) return pass("各环节人员相互分离");
        if (known.stage === "ENTRY") {
          return { severity: "INFO", message: "审批、记账、出纳人员在后续环节确定，届时核对是否分离" };
        }
        return unknown(...missing);
      },
    }),
  ],
};

const conduct: Rule = {
  id: "F37",
  title: "工会经费使用八不准",
  statement:
    "不准请客送礼；不准滥发奖金、津贴、补贴；不准高消费性娱乐和健身；不准私设小金库；不准并入行政账户；不准截留挪用；不准非法集资或担保；不准报销与工会活动无关的费用",
  appliesTo: [],
  basis: [{ instrument: "acftu-2017-32", article: "八不准" }],
  grade: "B",
  from: "2017-12-15",
  to: null,
  checks: [
    check({
      needs: { purpose },
      uses: { itemNames, purposeFlags },
      judge(known, { list }) {
        const [flag] = known.purposeFlags ?? [];
        const [hit] = hitsIn([known.purpose, ...(known.itemNames ?? [])], list("EIGHT_BANS"));
        const clause = flag ?? hit?.entry.group;
        if (clause === undefined) return pass("未涉及八不准所列事项");
        const found = hit === undefined ? "" : `（“${hit.entry.word}”）`;
        return {
          severity: "FORBIDDEN",
          message: `该支出${found}涉及“八不准”第${clause}条：${eightBans[clause] ?? ""}，不得列支`,
          remedies: [{ text: "取消该项支出；确与所列事项无关的，在事由中写明实际用途" }],
        };
      },
    }),
  ],
};

// 固定资产卡片 is not in the list: the law does not bar a cashier from keeping it.
const barredForCashier = ["会计", "记账", "审核", "稽核", "复核", "档案", "会计档案保管"];

const cashierDuties: Rule = {
  id: "F24",
  title: "出纳不相容岗位",
  statement: "出纳人员不得兼任稽核、会计档案保管和收入、支出、费用、债权债务账目的登记工作",
  appliesTo: [],
  basis: [
    { instrument: "accounting-law", article: "第三十五条" },
    { instrument: "accounting-basics", article: "第十二条" },
    { instrument: "accounting-archives", article: "第十一条" },
  ],
  grade: "A",
  from: "2000-07-01",
  to: null,
  checks: [
    check({
      needs: { roles: roleFacts.roles },
      judge(known) {
        const clash = known.roles.filter((role) => barredForCashier.includes(role));
        if (!known.roles.includes("出纳") || clash.length === 0) return pass("岗位相容");
        const rest = known.roles.filter((role) => !clash.includes(role));
        return {
          severity: "FORBIDDEN",
          message: `出纳不得兼任${clash.join("、")}`,
          remedies: [
            { text: `由他人担任${clash.join("、")}`, patch: { roles: roleFacts.roles.display(rest) } },
          ],
        };
      },
    }),
  ],
};

/** Rules on budget, collective decision, separate persons and 八不准: F20, F22, F23, F37. */
export const controlRules: readonly Rule[] = [withinBudget, majorSpending, separatePersons, conduct];

/** Rules on the duties one person may hold: F24. */
export const roleRules: readonly Rule[] = [cashierDuties];
