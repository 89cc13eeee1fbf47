import { formatYuan } from "@/lib/core/money";
import { atMost, floorOf, perHead, product, quantity, show, unlabelled } from "@/lib/policy/quantity";
import { check, pass, type Rule, unknown, unless } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";
import { sameAsList } from "@/lib/spending/rules/named-people";

const { awardTotal, participants, perPersonAmounts, winners, hasPrize } = facts;

const participationAward: Rule = {
  id: "F01",
  title: "文体活动参与奖人均上限",
  statement: "职工文体活动参与奖的标准为人均不超过150元",
  appliesTo: ["ARTS_SPORTS", "GALA"],
  basis: [{ instrument: "beijing-2019-comfort" }, { instrument: "survey-activity-award" }],
  grade: "A",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: { awardTotal },
      uses: { participants },
      params: ["P_AWARD_PARTICIPATION_PC"],
      judge(known, { param }) {
        if (known.awardTotal === 0n) return null;
        const count = known.participants ?? 0n;
        if (count === 0n) return unknown(participants);
        const standard = param("P_AWARD_PARTICIPATION_PC");
        const heads = quantity("参加", count, "people");
        // Totals, not a rounded quotient: thirty people may share 4,500.00 and not a fen more.
        const limit = product("参与奖上限", heads, unlabelled(standard));
        const comparison = atMost(quantity("参与奖", known.awardTotal, "fen"), limit);
        const most = formatYuan(floorOf(limit));
        return unless(
          comparison,
          () => ({
            severity: "FORBIDDEN",
            message: `参与奖人均${perHead(known.awardTotal, count)}元，超过标准；${count}人最多${most}元，请调整后再提交`,
            remedies: [{ text: `将参与奖总额调整到${most}元以内`, patch: { awardTotal: most } }],
          }),
          `参与奖人均${perHead(known.awardTotal, count)}元`,
        );
      },
    }),
  ],
};

const evenAward: Rule = {
  id: "F02",
  title: "参与奖个别超标",
  statement: "参与奖应一致发放；任一人超过参与奖人均标准时提示",
  appliesTo: ["ARTS_SPORTS", "GALA"],
  basis: [{ instrument: "product-hint" }],
  grade: "B",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { perPersonAmounts },
      params: ["P_AWARD_PARTICIPATION_PC"],
      judge({ perPersonAmounts: each }, { param }) {
        if (each === undefined || each.length === 0) return null;
        const standard = param("P_AWARD_PARTICIPATION_PC");
        const [highest = 0n] = each.toSorted((left, right) => (left > right ? -1 : 1));
        const over = each.filter((amount) => amount > floorOf(standard)).length;
        return unless(atMost(quantity("最高一人", highest, "fen"), standard), () => ({
          severity: "WARN",
          message: `有${over}人的参与奖超过人均标准，请说明原因或改为名次奖`,
        }));
      },
    }),
  ],
};

const prizeShare: Rule = {
  id: "F47",
  title: "文体活动获奖比例",
  statement: "设奖活动奖励范围不超过参与人数的三分之二；不设奖的可发少量纪念品",
  appliesTo: ["ARTS_SPORTS", "LABOR_CONTEST"],
  basis: [{ instrument: "acftu-2017-32-recalled" }],
  grade: "C",
  from: "2017-12-15",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { winners, participants, hasPrize },
      params: ["P_PRIZE_RATIO"],
      judge(known, { param }) {
        if (known.hasPrize === false || known.winners === 0n) return pass("未设奖");
        if (known.winners === undefined) return unknown(winners);
        const count = known.participants ?? 0n;
        if (count === 0n) return unknown(participants);
        const share = unlabelled(param("P_PRIZE_RATIO"));
        const limit = product("获奖上限", quantity("参加", count, "people"), share);
        return unless(
          atMost(quantity("获奖", known.winners, "people"), limit),
          () => ({
            severity: "APPROVAL",
            message: `获奖${known.winners}人，超过参加人数${count}人的${show(share)}（最多${floorOf(limit)}人）`,
            remedies: [
              { text: `将获奖人数调整到${floorOf(limit)}人以内`, patch: { winners: `${floorOf(limit)}` } },
            ],
          }),
          `获奖${known.winners}人，最多${floorOf(limit)}人`,
        );
      },
    }),
    // Activities that hand something out are asked for it by F17.
    sameAsList(["LABOR_CONTEST"]),
  ],
};

/** Rules on awards and prizes of staff activities: F01, F02, F47. */
export const activityRules: readonly Rule[] = [participationAward, evenAward, prizeShare];
