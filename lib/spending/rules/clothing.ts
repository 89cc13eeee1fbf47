import { addYears } from "@/lib/core/dates";
import { formatYuan } from "@/lib/core/money";
import { NEVER } from "@/lib/policy/facts";
import { atMost, floorOf, perHead, product, quantity, unlabelled } from "@/lib/policy/quantity";
import { check, pass, type Rule, unknown, unless } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";
import { sameAsList } from "@/lib/spending/rules/named-people";

const { clothingTotal, wearers, contestants, wearerIds, contestantIds, activityKind } = facts;
const { purchaseDate, lastPurchaseDate, lastPurchaseNames, itemRegister, handedOut, listedPeople } = facts;

const common = {
  appliesTo: ["CLOTHING"],
  basis: [{ instrument: "survey-clothing" }],
  grade: "A",
  from: "2019-01-01",
  to: null,
} as const;

const clothingPrice: Rule = {
  ...common,
  id: "F03",
  title: "服装人均上限",
  statement: "为参赛者购置服装人均不超过1000元",
  checks: [
    check({
      needs: { clothingTotal, wearers },
      params: ["P_CLOTHING_PC"],
      judge(known, { param }) {
        if (known.wearers === 0n) return unknown(wearers);
        const standard = unlabelled(param("P_CLOTHING_PC"));
        const limit = product("服装上限", quantity("购置", known.wearers, "people"), standard);
        const most = formatYuan(floorOf(limit));
        const each = perHead(known.clothingTotal, known.wearers);
        return unless(
          atMost(quantity("服装", known.clothingTotal, "fen"), limit),
          () => ({
            severity: "FORBIDDEN",
            message: `服装人均${each}元，超过标准；${known.wearers}人最多${most}元`,
            remedies: [{ text: `将服装总额调整到${most}元以内`, patch: { clothingTotal: most } }],
          }),
          `服装人均${each}元`,
        );
      },
    }),
  ],
};

const clothingInterval: Rule = {
  ...common,
  id: "F04",
  title: "服装三年一购",
  statement: "服装每三年购置一次",
  checks: [
    check({
      needs: { lastPurchaseDate },
      uses: { purchaseDate, lastPurchaseNames },
      params: ["P_CLOTHING_YEARS"],
      judge(known, { on, param }) {
        if (known.lastPurchaseDate === NEVER) return pass("从未购置");
        const years = Number(floorOf(param("P_CLOTHING_YEARS")));
        const bought = known.purchaseDate ?? on;
        const next = addYears(known.lastPurchaseDate, years);
        if (bought >= next) return pass(`上次购置${known.lastPurchaseDate}，已满${years}年`);
        const names = known.lastPurchaseNames?.join("、") ?? "";
        return {
          severity: "FORBIDDEN",
          message: `${names}上次购置服装为${known.lastPurchaseDate}，未满${years}年，最早可购日期为${next}`,
          remedies: [
            { text: `改在${next}及以后购置`, patch: { purchaseDate: next } },
            { text: names === "" ? "从名单中去掉未满间隔的人员" : `从名单中去掉${names}` },
          ],
        };
      },
    }),
  ],
};

const contestantsOnly: Rule = {
  ...common,
  id: "F05",
  title: "服装仅限参赛者",
  statement: "职工体育活动，可为参赛者购置服装",
  checks: [
    check({
      needs: {},
      uses: { activityKind },
      judge(known) {
        if (known.activityKind === undefined || known.activityKind === "SPORTS") return null;
        return {
          severity: "APPROVAL",
          message: "只有体育活动可为参赛者购置服装，文艺演出等服装请先请示区总工会",
        };
      },
    }),
    check({
      needs: { wearers },
      uses: { contestants, wearerIds, contestantIds, listedPeople },
      judge(known) {
        if (known.wearerIds !== undefined && known.contestantIds !== undefined) {
          return named(known.wearerIds, known.contestantIds);
        }
        if (known.contestants === undefined) return unknown(contestants);
        const most = quantity("参赛", known.contestants, "people");
        const text = "只为参赛名单内的人员购置";
        const patch = { wearers: `${known.contestants}` };
        return unless(
          atMost(quantity("购置服装", known.wearers, "people"), most),
          () => ({
            severity: "FORBIDDEN",
            message: `有${known.wearers - (known.contestants ?? 0n)}人不在参赛名单，不能购置服装`,
            remedies: [known.listedPeople === undefined ? { text, patch } : { text }],
          }),
          "购置服装的人员均在参赛名单",
        );
      },
    }),
    sameAsList(common.appliesTo),
  ],
};

function named(wearing: readonly string[], contesting: readonly string[]) {
  const outsiders = wearing.filter((each) => !contesting.includes(each));
  if (outsiders.length === 0) return pass("购置服装的人员均在参赛名单");
  const rest = wearing.filter((each) => contesting.includes(each));
  return {
    severity: "FORBIDDEN",
    message: `${outsiders.join("、")}不在参赛名单，不能购置服装`,
    remedies: [
      {
        text: `从购置名单中去掉${outsiders.join("、")}`,
        patch: { wearerIds: wearerIds.display(rest), wearers: `${rest.length}` },
      },
    ],
  } as const;
}

const clothingRegister: Rule = {
  ...common,
  id: "F06",
  title: "服装权属登记",
  statement: "购置的服装属于购置单位所有，服装可由职工保存",
  checks: [
    check({
      needs: { wearers },
      uses: { itemRegister, handedOut },
      judge(known) {
        const todo = "服装属购置单位所有，登记物品台账并由保管职工签收，归档前补齐";
        if (known.itemRegister === undefined) {
          return known.handedOut === true
            ? unknown(itemRegister)
            : { severity: "INFO", message: todo, missing: [itemRegister] };
        }
        if (known.itemRegister === known.wearers) return pass(`台账登记${known.itemRegister}件，与人数一致`);
        return {
          severity: known.handedOut === false ? "INFO" : "APPROVAL",
          message: `购置${known.wearers}人，台账登记${known.itemRegister}件，请登记一致；服装属购置单位所有，可由职工保存`,
          remedies: [{ text: `补登台账到${known.wearers}件` }],
        };
      },
    }),
  ],
};

/** Rules on clothing for contestants: F03 to F06. */
export const clothingRules: readonly Rule[] = [
  clothingPrice,
  clothingInterval,
  contestantsOnly,
  clothingRegister,
];
