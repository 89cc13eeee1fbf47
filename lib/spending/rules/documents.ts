import { hitsIn } from "@/lib/policy/lists";
import { below, quantity, show } from "@/lib/policy/quantity";
import { check, type Outcome, pass, type Rule, unknown } from "@/lib/policy/rule";
import { checklistOf, type DueStage, dueStageLabels } from "@/lib/spending/rules/checklist";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";

const { amount, attachmentsChecklist, stage, buyerName, buyerTaxNo, unionName, unionTaxNo } = facts;
const { invoiceKind, invoiceNo, priorBookings, originalFile, invoiceLineNames, hasItemList } = facts;

const common = { appliesTo: [], grade: "A", to: null } as const;

type Stage = NonNullable<ReturnType<typeof stage.parse>>;

// What is already due at a stage; a record whose stage nobody told is looked at as if it were to be paid.
const dueAt: Readonly<Record<Stage, readonly DueStage[]>> = {
  ENTRY: ["SUBMIT"],
  PAYMENT: ["SUBMIT", "PAYMENT"],
  POSTING: ["SUBMIT", "PAYMENT"],
  ARCHIVE: ["SUBMIT", "PAYMENT", "ARCHIVE"],
};

const papers: Rule = {
  ...common,
  id: "F26",
  title: "原始凭证与附件齐全",
  statement:
    "原始凭证须具备名称、日期、填制单位、经办签章、接受单位、内容、数量单价金额；购买实物须有验收证明，支付款项须有收款证明",
  basis: [
    { instrument: "accounting-basics", article: "第四十八条" },
    { instrument: "accounting-law", article: "第十四条" },
  ],
  from: "1996-06-17",
  checks: [
    check({
      needs: { attachmentsChecklist },
      uses: { stage },
      judge(known, { type }): Outcome {
        const list = checklistOf(type ?? "");
        const lacking = (due: DueStage) =>
          list[due].filter((paper) => !known.attachmentsChecklist.some((each) => isPaper(each, paper)));
        const due = dueAt[known.stage ?? "PAYMENT"];
        const overdue = due.flatMap(lacking);
        if (overdue.length > 0) {
          return {
            severity: "APPROVAL",
            message: `缺少：${overdue.join("、")}`,
            remedies: [{ text: `补齐${overdue.join("、")}` }],
          };
        }
        const stages: readonly DueStage[] = ["SUBMIT", "PAYMENT", "ARCHIVE"];
        const later = stages.filter((each) => !due.includes(each) && lacking(each).length > 0);
        if (later.length === 0) return pass("附件齐全");
        const todo = later.map((each) => `${dueStageLabels[each]}补${lacking(each).join("、")}`);
        return { severity: "INFO", message: todo.join("；") };
      },
    }),
  ],
};

/** 签收表或转账回单 is met by either of the two. */
function isPaper(given: string, wanted: string): boolean {
  return given === wanted || wanted.split("或").some((each) => given.includes(each));
}

const buyerIsUnion: Rule = {
  ...common,
  id: "F27",
  title: "发票抬头与内容",
  statement: "不符合规定的发票，不得作为财务报销凭证；开具发票不得变更品名和金额",
  basis: [{ instrument: "invoice-measures", article: "第十九条、第二十条" }],
  from: "2023-07-20",
  checks: [
    check({
      needs: {},
      uses: { invoiceKind, buyerName, buyerTaxNo, unionName, unionTaxNo },
      judge(known) {
        if (known.invoiceKind === "NONE") return null;
        if (known.unionName === undefined) return unknown(unionName);
        if (known.buyerName === undefined) return unknown(buyerName);
        const isNumberWrong =
          known.buyerTaxNo !== undefined &&
          known.unionTaxNo !== undefined &&
          known.buyerTaxNo !== known.unionTaxNo;
        if (known.buyerName !== known.unionName || isNumberWrong) {
          const wrong = known.buyerName === known.unionName ? "税号" : `抬头“${known.buyerName}”`;
          return {
            severity: "FORBIDDEN",
            message: `发票${wrong}与本工会不符，不得报销，请换开`,
            remedies: [{ text: `换开抬头为“${known.unionName}”的发票` }],
          };
        }
        return pass("购买方与本工会一致");
      },
    }),
    check({
      needs: { amount },
      uses: { invoiceLineNames, hasItemList },
      params: ["P_INVOICE_LIST_ABOVE"],
      judge(known, { list, param }) {
        const [vague] = hitsIn(known.invoiceLineNames ?? [], list("VAGUE_GOODS"));
        const line = param("P_INVOICE_LIST_ABOVE");
        const isSmall = !below(line, quantity("金额", known.amount, "fen")).holds;
        if (vague === undefined || known.hasItemList === true || isSmall) return null;
        return {
          severity: "APPROVAL",
          message: `发票品名“${vague.text}”且金额超过${show(line)}元，请附销货清单`,
          remedies: [{ text: "附销货清单" }],
        };
      },
    }),
  ],
};

const bookedOnce: Rule = {
  ...common,
  id: "F28",
  title: "票据不得重复入账",
  statement: "电子会计凭证应当设置必要的程序，防止重复入账",
  basis: [{ instrument: "electronic-vouchers", article: "第三条（三）" }],
  from: "2020-03-23",
  checks: [
    check({
      needs: { priorBookings },
      uses: { invoiceNo },
      judge(known) {
        if (known.priorBookings.length === 0) return pass("该票据首次使用");
        return {
          severity: "FORBIDDEN",
          message: `发票${known.invoiceNo ?? ""}已于${known.priorBookings.join("、")}入账，不得重复报销`,
          remedies: [{ text: "撤销本笔，或更换为未使用过的票据" }],
        };
      },
    }),
  ],
};

const electronicOriginal: Rule = {
  ...common,
  id: "F29",
  title: "电子发票须存电子原件",
  statement: "以电子会计凭证的纸质打印件作为报销入账归档依据的，必须同时保存打印该纸质件的电子会计凭证",
  basis: [{ instrument: "electronic-vouchers", article: "第四条" }],
  from: "2020-03-23",
  checks: [
    check({
      needs: { invoiceKind },
      uses: { originalFile },
      judge(known) {
        if (known.invoiceKind !== "ELECTRONIC") return pass("非电子票据，原件存档");
        if (known.originalFile === undefined) return unknown(originalFile);
        if (known.originalFile !== "PHOTO") return pass(`已存${known.originalFile}原件`);
        return {
          severity: "FORBIDDEN",
          message: "电子发票须上传OFD、PDF或XML原件，照片或扫描件不能代替",
          remedies: [{ text: "上传电子原件" }],
        };
      },
    }),
  ],
};

/** Rules on papers and invoices: F26 to F29. */
export const documentRules: readonly Rule[] = [papers, buyerIsUnion, bookedOnce, electronicOriginal];
