import { formatYuan } from "@/lib/core/money";
import {
  atMost,
  below,
  type Comparison,
  floorOf,
  product,
  type Quantity,
  quantity,
  roomLeft,
  show,
  showPercent,
  sum,
  unlabelled,
} from "@/lib/policy/quantity";
import { check, type Outcome, pass, type Rule, unknown, unless } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";
import { sameAsList } from "@/lib/spending/rules/named-people";
import { festivalOf } from "@/lib/spending/types-of-spending";

const { amount, ytdFestival, approvedBudgetIncome, approvedBudgetExpenditure, festivalCode } = facts;
const { recipients, members, nonMembers, recipientIds, memberIdsAtDate, perPersonValues } = facts;
const { listedPeople, draftFestival } = facts;

const common = { appliesTo: ["FESTIVAL"], grade: "A" } as const;

function festivalUse(before: bigint, now: bigint): Quantity {
  return sum("本年节日慰问", quantity("已用", before, "fen"), quantity("本次", now, "fen"));
}

function overCap(comparison: Comparison, before: bigint, capName: string): Omit<Outcome, "comparison"> {
  const room = floorOf(comparison.right) - before;
  const cut =
    room > 0n
      ? [{ text: `将本次金额调整到${formatYuan(room)}元以内`, patch: { amount: formatYuan(room) } }]
      : [{ text: "本年额度已用完，须先调整预算或改用其他列支内容" }];
  return {
    severity: "FORBIDDEN",
    message: `本年节日慰问将达${show(comparison.left)}元，超过${capName}（${show(comparison.right)}元），超出${formatYuan(-roomLeft(comparison))}元`,
    remedies: cut,
  };
}

const yearlyCap: Rule = {
  ...common,
  id: "F12",
  title: "节日慰问全年总额上限",
  statement: "法定节日慰问标准为全年支出总额不高于当年本级预算收入的50%",
  basis: [{ instrument: "beijing-2019-comfort" }, { instrument: "survey-festival" }],
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: { ytdFestival, amount, approvedBudgetIncome },
      params: ["P_FESTIVAL_RATIO"],
      judge(known, { param }) {
        const ratio = unlabelled(param("P_FESTIVAL_RATIO"));
        const income = quantity("预算收入", known.approvedBudgetIncome, "fen");
        const comparison = atMost(
          festivalUse(known.ytdFestival, known.amount),
          product("全年上限", income, ratio),
        );
        return unless(
          comparison,
          () => overCap(comparison, known.ytdFestival, `当年本级预算收入的${show(ratio)}`),
          `已用上限的${showPercent(comparison.left, comparison.right)}`,
        );
      },
    }),
    // The cap counts what is paid and in transit; drafts are said beside it before they come in as a surprise.
    check({
      needs: { ytdFestival, amount, approvedBudgetIncome },
      uses: { draftFestival },
      params: ["P_FESTIVAL_RATIO"],
      judge(known, { param }) {
        const drafts = known.draftFestival ?? 0n;
        if (drafts <= 0n) return null;
        const income = quantity("预算收入", known.approvedBudgetIncome, "fen");
        const cap = product("全年上限", income, unlabelled(param("P_FESTIVAL_RATIO")));
        const told = `另有草稿${formatYuan(drafts)}元未计入`;
        const isOver = (fen: bigint) => !atMost(quantity("", fen, "fen"), cap).holds;
        const use = known.ytdFestival + known.amount;
        return isOver(use + drafts) && !isOver(use)
          ? { severity: "WARN", message: `${told}，全部提交后将超过上限` }
          : { severity: "INFO", message: told };
      },
    }),
  ],
};

// Until 2018 the city reckoned by expenditure; the same number stands here with the sentence of its time.
const yearlyCapUntil2018: Rule = {
  ...common,
  id: "F12",
  title: "节日慰问全年总额上限",
  statement: "法定节日慰问全年支出总额不高于当年本级预算支出的30%",
  basis: [{ instrument: "beijing-2018-7" }],
  grade: "B",
  from: "2018-01-01",
  to: "2018-12-31",
  checks: [
    check({
      needs: { ytdFestival, amount, approvedBudgetExpenditure },
      params: ["P_FESTIVAL_RATIO"],
      judge(known, { param }) {
        const ratio = unlabelled(param("P_FESTIVAL_RATIO"));
        const spending = quantity("预算支出", known.approvedBudgetExpenditure, "fen");
        const comparison = atMost(
          festivalUse(known.ytdFestival, known.amount),
          product("全年上限", spending, ratio),
        );
        return unless(comparison, () =>
          overCap(comparison, known.ytdFestival, `当年本级预算支出的${show(ratio)}`),
        );
      },
    }),
  ],
};

const capWarning: Rule = {
  ...common,
  id: "F12W",
  title: "节日慰问额度预警",
  statement: "节日慰问累计达到全年上限的80%时提示",
  basis: [{ instrument: "product-hint" }],
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: { ytdFestival, amount, approvedBudgetIncome },
      params: ["P_FESTIVAL_RATIO", "P_FESTIVAL_WARN_RATIO"],
      judge(known, { param }) {
        const use = festivalUse(known.ytdFestival, known.amount);
        const income = quantity("预算收入", known.approvedBudgetIncome, "fen");
        const cap = product("全年上限", income, unlabelled(param("P_FESTIVAL_RATIO")));
        const line = product("预警线", cap, unlabelled(param("P_FESTIVAL_WARN_RATIO")));
        const left = floorOf(cap) - floorOf(use);
        const room = left < 0n ? "" : `，剩余${formatYuan(left)}元`;
        return unless(
          below(use, line),
          () => ({
            severity: "WARN",
            message: `节日慰问将用到全年上限的${showPercent(use, cap)}${room}`,
          }),
          `已用全年上限的${showPercent(use, cap)}`,
        );
      },
    }),
  ],
};

const everyMember: Rule = {
  ...common,
  id: "F13",
  title: "节日慰问对象",
  statement: "法定节日可对全体会员发放少量实物慰问品",
  basis: [{ instrument: "survey-festival" }],
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { recipients, members, nonMembers, recipientIds, memberIdsAtDate, listedPeople },
      judge(known) {
        if (known.recipientIds !== undefined && known.memberIdsAtDate !== undefined) {
          return byName(known.recipientIds, known.memberIdsAtDate);
        }
        if (known.recipients === undefined) return unknown(recipients);
        if (known.members === undefined) return unknown(members);
        const strangers = known.nonMembers ?? 0n;
        if (known.recipients === known.members && strangers === 0n) {
          return pass(`发放${known.recipients}人，与在册会员一致`);
        }
        const stranger = strangers > 0n ? `，其中非会员${strangers}人` : "";
        const text = `按在册会员${known.members}人发放`;
        const patch = { recipients: `${known.members}`, nonMembers: "0" };
        return {
          severity: "APPROVAL",
          message: `发放${known.recipients}人，当日在册会员${known.members}人${stranger}，请说明`,
          // A chosen list is changed by choosing, not by a number.
          remedies: [known.listedPeople === undefined ? { text, patch } : { text }],
        };
      },
    }),
    sameAsList(common.appliesTo),
    check({
      needs: { perPersonValues },
      judge(known) {
        if (new Set(known.perPersonValues).size <= 1) return pass("发放标准一致");
        return {
          severity: "APPROVAL",
          message: `发放标准不一致（${perPersonValues.display([...new Set(known.perPersonValues)])}），不得按职务级别分档`,
          remedies: [{ text: "统一发放标准" }],
        };
      },
    }),
  ],
};

function byName(given: readonly string[], entitled: readonly string[]): Outcome {
  const left = entitled.filter((each) => !given.includes(each));
  const added = given.filter((each) => !entitled.includes(each));
  if (left.length === 0 && added.length === 0) return pass(`发放${given.length}人，与在册会员一致`);
  return {
    severity: "APPROVAL",
    message: `发放名单与当日在册会员不一致（缺${left.length}人、多${added.length}人），请说明`,
    remedies: [
      {
        text: "按当日在册会员名单发放",
        patch: { recipientIds: recipientIds.display(entitled) },
      },
    ],
  };
}

const statutoryFestivals: Rule = {
  ...common,
  id: "F14",
  title: "法定节日范围",
  statement:
    "年节指新年、春节、清明节、劳动节、端午节、中秋节、国庆节及经自治区以上人民政府批准设立的少数民族节日",
  basis: [{ instrument: "acftu-2017-32" }],
  grade: "B",
  from: "2017-12-15",
  to: null,
  checks: [
    check({
      needs: { festivalCode },
      judge(known) {
        const festival = festivalOf(known.festivalCode);
        if (festival?.kind === "STATUTORY") return pass(`${festival.name}属于法定节日`);
        if (festival?.kind === "ETHNIC") {
          return {
            severity: "APPROVAL",
            message: `“${festival.name}”须为经批准设立的少数民族节日，请附批准文件`,
          };
        }
        const name = festival?.name ?? known.festivalCode;
        return {
          severity: "FORBIDDEN",
          message: `“${name}”不属于法定节日，不能按节日慰问列支；可按活动列支`,
          remedies: [{ text: "改按文体活动列支并组织活动", patch: { expenseType: "ARTS_SPORTS" } }],
        };
      },
    }),
  ],
};

/** Rules on 节日慰问: F12, F12W, F13, F14. */
export const festivalRules: readonly Rule[] = [
  yearlyCap,
  yearlyCapUntil2018,
  capWarning,
  everyMember,
  statutoryFestivals,
];
