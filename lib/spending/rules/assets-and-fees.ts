import { formatYuan } from "@/lib/core/money";
import { hitsIn } from "@/lib/policy/lists";
import { atMost, below, floorOf, product, quantity, show, unlabelled } from "@/lib/policy/quantity";
import { check, type Outcome, pass, type Rule, unknown, unless } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";

const { unitPrice, itemKind, usefulLife, bulkFlag, accountCode, itemNames, purpose } = facts;
const { lecturerRank, hours, halfDays, feeAfterTax, warmthFundNotice, makesVoucher } = facts;

const CAPITAL_ACCOUNT = "507";
const OFFICE_EQUIPMENT_ACCOUNT = "50702";

const fixedAsset: Rule = {
  id: "F30",
  title: "固定资产确认",
  statement: "使用年限超过1年，且通用设备单价在1000元以上、专用设备单价在1500元以上的，确认为固定资产",
  appliesTo: [],
  basis: [{ instrument: "union-accounting", article: "第三十二条" }],
  grade: "A",
  from: "2022-01-01",
  to: null,
  checks: [
    check({
      needs: { unitPrice },
      uses: { itemKind, usefulLife, bulkFlag, accountCode, itemNames, purpose },
      params: ["P_FA_GENERAL", "P_FA_SPECIAL"],
      judge(known, { type, param, list }) {
        const standard = param(known.itemKind === "SPECIAL" ? "P_FA_SPECIAL" : "P_FA_GENERAL");
        const comparison = below(quantity("单价", known.unitPrice, "fen"), standard);
        if (comparison.holds) {
          return known.bulkFlag === true
            ? { severity: "WARN", message: "大批同类物资，是否作为固定资产由会计判断", comparison }
            : pass("未达到固定资产标准", comparison);
        }
        const texts = [...(known.itemNames ?? []), ...(known.purpose === undefined ? [] : [known.purpose])];
        const isDurable = known.usefulLife ?? (hitsIn(texts, list("DURABLE_GOODS")).length > 0 || undefined);
        if (isDurable === false) return pass("使用年限不超过1年，不作固定资产", comparison);
        if (isDurable === undefined && known.accountCode === undefined) return unknown(usefulLife);
        if (known.accountCode?.startsWith(CAPITAL_ACCOUNT) || type === "CAPEX") {
          return pass("已按资本性支出列支，并登记资产卡片", comparison);
        }
        return {
          severity: "FORBIDDEN",
          message: `单价${show(comparison.left)}元已达固定资产标准，应记${CAPITAL_ACCOUNT} 资本性支出并登记资产卡片`,
          comparison,
          remedies: [
            {
              text: `科目改为${OFFICE_EQUIPMENT_ACCOUNT} 办公设备购置`,
              patch: { accountCode: OFFICE_EQUIPMENT_ACCOUNT },
            },
          ],
        };
      },
    }),
  ],
};

const rankParams = { ASSOC: "P_LECTURE_ASSOC", FULL: "P_LECTURE_FULL", ACAD: "P_LECTURE_ACAD" } as const;

const lectureFee: Rule = {
  id: "F56",
  title: "讲课费标准",
  statement:
    "讲课费（税后）：副高级每学时最高不超过500元，正高级每学时最高不超过1000元，院士、全国知名专家每学时一般不超过1500元；每半天最多按4学时计算",
  appliesTo: ["EDU", "CADRE_TRAIN"],
  basis: [{ instrument: "training-fees-2016" }],
  grade: "B",
  from: "2017-01-01",
  to: null,
  checks: [
    check({
      needs: { lecturerRank, hours, feeAfterTax },
      params: Object.values(rankParams),
      judge(known, { param }) {
        if (known.feeAfterTax === 0n) return pass("未支付讲课费");
        if (known.hours === 0n) return unknown(hours);
        if (known.lecturerRank === "OTHER") {
          return { severity: "APPROVAL", message: "中级及以下职称的讲课费标准待区总工会确认，请说明依据" };
        }
        const standard = unlabelled(param(rankParams[known.lecturerRank]));
        const limit = product("讲课费上限", quantity("", known.hours, "hour"), standard);
        const most = formatYuan(floorOf(limit));
        return unless(
          atMost(quantity("税后讲课费", known.feeAfterTax, "fen"), limit),
          () => ({
            severity: "FORBIDDEN",
            message: `讲课费超过${lecturerRank.display(known.lecturerRank)}标准，${known.hours}学时最多${most}元（税后）`,
            remedies: [{ text: `将税后讲课费调整到${most}元以内`, patch: { feeAfterTax: most } }],
          }),
          "未超过讲课费标准",
        );
      },
    }),
    check({
      needs: { hours },
      uses: { halfDays },
      params: ["P_LECTURE_HALF_DAY_HOURS"],
      judge(known, { param }) {
        // A lecture is one half day unless the notice says otherwise; that is the stricter reading.
        const sessions = known.halfDays ?? 1n;
        const each = unlabelled(param("P_LECTURE_HALF_DAY_HOURS"));
        const limit = product("学时上限", each, quantity("", sessions, "halfDay"));
        const needed = (known.hours + floorOf(each) - 1n) / floorOf(each);
        return unless(
          atMost(quantity("授课", known.hours, "hour"), limit),
          () => ({
            severity: "FORBIDDEN",
            message: `半天最多按${show(each)}计算，本次按${sessions}个半天填报${known.hours}学时`,
            remedies: [
              {
                text: `确分${needed}个半天授课的，写明半天数；否则按${floorOf(limit)}学时计算`,
              },
            ],
          }),
          "未超过半天最多学时",
        );
      },
    }),
  ],
};

/** 温暖基金 is paid by the city to the worker; the unit only takes note of it. */
export const warmthFund: Rule = {
  id: "F19",
  title: "温暖基金信息反馈",
  statement: "温暖基金慰问金由市总工会直接拨付至职工互助服务卡，并将信息反馈基层工会",
  appliesTo: [],
  basis: [{ instrument: "survey-warmth-fund" }],
  grade: "A",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { warmthFundNotice, makesVoucher },
      judge(known): Outcome | null {
        if (known.warmthFundNotice !== true) return null;
        const message = "该款项由市总工会直接拨付职工本人，仅登记反馈信息，不做账";
        if (known.makesVoucher !== true) return { severity: "INFO", message };
        return {
          severity: "FORBIDDEN",
          message,
          remedies: [{ text: "只登记反馈信息，不录入凭证", patch: { makesVoucher: "否" } }],
        };
      },
    }),
  ],
};

/** Rules on fixed assets, lecture fees and the Warmth Fund: F30, F56, F19. */
export const assetAndFeeRules: readonly Rule[] = [fixedAsset, lectureFee, warmthFund];
