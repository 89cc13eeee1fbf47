import { formatYuan } from "@/lib/core/money";
import { atMost, floorOf, perHead, product, quantity, unlabelled } from "@/lib/policy/quantity";
import { check, pass, type Rule, unknown, unless } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";
import { sameAsList } from "@/lib/spending/rules/named-people";
import { spendingTypes } from "@/lib/spending/types-of-spending";

const { mealTotal, persons, meals, days, accountCode, linkedActivityId, stage } = facts;

const common = { appliesTo: ["MEAL"], from: "2019-01-01", to: null } as const;

const unitMealStandard: Rule = {
  ...common,
  id: "F09",
  title: "误餐不超单位工作餐标准",
  statement: "文体活动中按规定开支的伙食补助费、误餐费，参照本单位工作餐标准",
  basis: [{ instrument: "survey-meal" }],
  grade: "A",
  checks: [
    check({
      needs: { mealTotal, persons, meals },
      params: ["P_MEAL_UNIT_STD"],
      judge(known, { param }) {
        const servings = known.persons * known.meals;
        if (servings === 0n) return unknown(...(known.persons === 0n ? [persons] : [meals]));
        const limit = product(
          "工作餐上限",
          quantity("", known.persons, "people"),
          quantity("", known.meals, "meal"),
          unlabelled(param("P_MEAL_UNIT_STD")),
        );
        const each = perHead(known.mealTotal, servings);
        const most = formatYuan(floorOf(limit));
        return unless(
          atMost(quantity("误餐费", known.mealTotal, "fen"), limit),
          () => ({
            severity: "FORBIDDEN",
            message: `误餐费人均每餐${each}元，超过本单位工作餐标准${formatYuan(floorOf(param("P_MEAL_UNIT_STD")))}元`,
            remedies: [{ text: `将误餐费调整到${most}元以内`, patch: { mealTotal: most } }],
          }),
          `误餐费人均每餐${each}元`,
        );
      },
    }),
    sameAsList(common.appliesTo),
  ],
};

const travelMealCap: Rule = {
  ...common,
  id: "F10",
  title: "误餐不超当地差旅伙食补助",
  statement: "误餐费不得超过当地差旅费中的伙食补助标准",
  basis: [{ instrument: "survey-meal" }],
  grade: "A",
  checks: [
    check({
      needs: { mealTotal, persons, days },
      params: ["P_MEAL_TRAVEL_CAP"],
      judge(known, { param }) {
        const servings = known.persons * known.days;
        if (servings === 0n) return unknown(...(known.persons === 0n ? [persons] : [days]));
        const limit = product(
          "差旅伙食补助上限",
          quantity("", known.persons, "people"),
          quantity("", known.days, "day"),
          unlabelled(param("P_MEAL_TRAVEL_CAP")),
        );
        const each = perHead(known.mealTotal, servings);
        const most = formatYuan(floorOf(limit));
        return unless(
          atMost(quantity("误餐费", known.mealTotal, "fen"), limit),
          () => ({
            severity: "FORBIDDEN",
            message: `人均每天${each}元，超过当地差旅伙食补助标准${formatYuan(floorOf(param("P_MEAL_TRAVEL_CAP")))}元`,
            remedies: [{ text: `将误餐费调整到${most}元以内`, patch: { mealTotal: most } }],
          }),
          `人均每天${each}元`,
        );
      },
    }),
  ],
};

const MEAL_ACCOUNT = spendingTypes.MEAL.accountCode;

const mealAccount: Rule = {
  ...common,
  id: "F11",
  title: "误餐记账科目",
  statement: "误餐费在“职工活动支出—文体活动费”核算",
  basis: [{ instrument: "union-accounting", article: "50102" }, { instrument: "survey-meal" }],
  grade: "A",
  checks: [
    check({
      needs: {},
      uses: { accountCode, stage },
      judge(known) {
        const remedies = [{ text: `科目改为${MEAL_ACCOUNT}`, patch: { accountCode: MEAL_ACCOUNT } }];
        const rule = `文体活动误餐费应记入${MEAL_ACCOUNT} 职工活动支出—文体活动支出`;
        if (known.accountCode === MEAL_ACCOUNT) return pass(`记入${MEAL_ACCOUNT}`);
        // While a claim is being filled in the account is a proposal; only the bookkeeper's posting can break the rule.
        if (known.accountCode === undefined) {
          return known.stage === "POSTING"
            ? unknown(accountCode)
            : { severity: "INFO", message: rule, missing: [accountCode], remedies };
        }
        return { severity: known.stage === "ENTRY" ? "WARN" : "FORBIDDEN", message: rule, remedies };
      },
    }),
    check({
      needs: {},
      uses: { linkedActivityId, stage },
      judge(known) {
        if (known.linkedActivityId !== undefined) return pass("已关联活动");
        return known.stage === "POSTING" ? unknown(linkedActivityId) : null;
      },
    }),
  ],
};

/** Rules on meals at activities: F09 to F11. */
export const mealRules: readonly Rule[] = [unitMealStandard, travelMealCap, mealAccount];
