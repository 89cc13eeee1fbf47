import { formatYuan } from "@/lib/core/money";
import { NEVER } from "@/lib/policy/facts";
import { atMost, quantity } from "@/lib/policy/quantity";
import { check, type Outcome, pass, type Rule, unknown } from "@/lib/policy/rule";
import { budgetFacts, voucherFacts } from "@/lib/spending/rules/facts";

const { nonStaffHeadcountUnit, nonStaffHeadcountFinance, reconciledAt, hasFiscalStaff } = budgetFacts;
const { debitTotal, creditTotal, attachmentCount, voucherKind } = voucherFacts;

/** Whether the headcount outside the establishment was agreed with the district's finance bureau: F18. */
export const nonStaffHeadcount: Rule = {
  id: "F18",
  title: "非在编人员经费核对",
  statement:
    "非在编人员工会经费已纳入区财政预算，各单位每年编制预算时，工会干部提醒行政财务人员与区财政主管科室核对人员数量，由财政直接拨付",
  appliesTo: [],
  basis: [{ instrument: "survey-non-staff" }],
  grade: "A",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { hasFiscalStaff, nonStaffHeadcountUnit, nonStaffHeadcountFinance, reconciledAt },
      judge(known): Outcome | null {
        if (known.hasFiscalStaff === false) return null;
        const { nonStaffHeadcountUnit: own, nonStaffHeadcountFinance: bureau } = known;
        if (own === undefined) return unknown(nonStaffHeadcountUnit);
        if (bureau === undefined) return unknown(nonStaffHeadcountFinance);
        if (known.reconciledAt === undefined) return unknown(reconciledAt);
        const isAgreed = own === bureau && known.reconciledAt !== NEVER;
        if (isAgreed) return pass(`非在编${own}人，已于${known.reconciledAt}核对一致`);
        return {
          severity: "APPROVAL",
          message: `非在编人数单位报${own}人、财政核${bureau}人，未核对一致；请行政财务与区财政主管科室核对后再报预算`,
          remedies: [{ text: "按核对一致的人数填报" }],
        };
      },
    }),
  ],
};

/** Whether a voucher balances and has its papers: F33. */
export const balancedVoucher: Rule = {
  id: "F33",
  title: "借贷平衡与附件",
  statement:
    "记账凭证须借贷相等，具备摘要、科目、金额、附件张数；除结账和更正错误的记账凭证外，必须附有原始凭证",
  appliesTo: [],
  basis: [
    { instrument: "accounting-basics", article: "第五十一条" },
    { instrument: "union-accounting", article: "第十条" },
  ],
  grade: "A",
  from: "1996-06-17",
  to: null,
  checks: [
    check({
      needs: { debitTotal, creditTotal },
      judge(known): Outcome {
        const debit = quantity("借方", known.debitTotal, "fen");
        const credit = quantity("贷方", known.creditTotal, "fen");
        const gap = known.debitTotal - known.creditTotal;
        if (gap === 0n && known.debitTotal > 0n) return pass("借贷相等", atMost(debit, credit));
        return {
          severity: "FORBIDDEN",
          message:
            gap === 0n
              ? "凭证没有金额，不能提交"
              : `借方${formatYuan(known.debitTotal)}与贷方${formatYuan(known.creditTotal)}不等，差${formatYuan(gap < 0n ? -gap : gap)}元，不能提交`,
          comparison: gap > 0n ? atMost(debit, credit) : atMost(credit, debit),
          remedies: [gap === 0n ? { text: "填写分录金额" } : { text: "调整分录使借贷相等" }],
        };
      },
    }),
    check({
      needs: { attachmentCount },
      uses: { voucherKind },
      judge(known): Outcome {
        if (known.attachmentCount > 0n) return pass(`附件${known.attachmentCount}张`);
        if (known.voucherKind === "CLOSING" || known.voucherKind === "CORRECTION") {
          return pass("结账和更正凭证可不附原始凭证");
        }
        return {
          severity: "FORBIDDEN",
          message: "凭证缺附件，不能提交",
          remedies: [{ text: "补充原始凭证并填写张数" }],
        };
      },
    }),
  ],
};
