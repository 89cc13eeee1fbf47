import { atMost, floorOf, quantity, show, sum } from "@/lib/policy/quantity";
import { check, pass, type Rule, unless } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";

const { amount, paymentMethod, cashPaymentsIn7Days, payee } = facts;

const cashLimit: Rule = {
  id: "F07",
  title: "超过1000元不得使用现金",
  statement: "超过1000元的费用，不得使用现金，应实行银行转账结算，如支票、转账、汇款",
  appliesTo: [],
  basis: [{ instrument: "cash-regulation", article: "第五条" }, { instrument: "survey-cash" }],
  grade: "A",
  from: "1988-10-01",
  to: null,
  checks: [
    check({
      needs: { amount, paymentMethod },
      params: ["P_CASH_MAX"],
      judge(known, { param }) {
        if (known.paymentMethod !== "CASH") return pass(`${paymentMethod.display(known.paymentMethod)}结算`);
        const limit = param("P_CASH_MAX");
        const paid = quantity("现金付款", known.amount, "fen");
        return unless(
          atMost(paid, limit),
          () => ({
            severity: "FORBIDDEN",
            message: `金额${show(paid)}元超过${show(limit)}元，不得使用现金，请改为支票、转账或汇款`,
            remedies: [{ text: "付款方式改为转账", patch: { paymentMethod: "转账" } }],
          }),
          "未超过现金限额",
        );
      },
    }),
  ],
};

const splitCash: Rule = {
  id: "F08",
  title: "拆分现金付款",
  statement: "不得把同一笔业务拆成多笔现金规避现金限额",
  appliesTo: [],
  basis: [{ instrument: "product-hint" }],
  grade: "B",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: { amount, paymentMethod },
      uses: { cashPaymentsIn7Days, payee },
      params: ["P_CASH_MAX", "P_CASH_SPLIT_DAYS"],
      judge(known, { param }) {
        const before = known.cashPaymentsIn7Days;
        if (known.paymentMethod !== "CASH" || before === undefined) return null;
        if (before === 0n) return pass("近期没有同类现金付款");
        const days = floorOf(param("P_CASH_SPLIT_DAYS"));
        const total = sum(
          "累计现金",
          quantity("前几笔", before, "fen"),
          quantity("本次", known.amount, "fen"),
        );
        return unless(
          atMost(total, param("P_CASH_MAX")),
          () => ({
            severity: "WARN",
            message: `近${days}天向${known.payee ?? "同一收款人"}现金支付累计${show(total)}元，疑似拆分，请改为转账或说明`,
            remedies: [{ text: "付款方式改为转账", patch: { paymentMethod: "转账" } }],
          }),
          "同类现金付款累计未超过限额",
        );
      },
    }),
  ],
};

/** Rules on paying in cash: F07, F08. */
export const cashRules: readonly Rule[] = [cashLimit, splitCash];
