import { chineseAmount } from "@/lib/core/chinese-number";
import { momentText } from "@/lib/core/dates";
import { formatYuan, parseYuan } from "@/lib/core/money";
import type { PdfPaper } from "@/lib/exchange/pdf";
import { severityLabels } from "@/lib/policy/severity";
import { accountOf } from "../facts/lines";
import { labelIn, paymentMethodLabels } from "../labels";
import { isSpendingType, spendingAccounts, spendingTypes } from "../types-of-spending";
import type { caseFileOf } from "./case-file";

type CaseFile = Awaited<ReturnType<typeof caseFileOf>>;

/** 审批单: what is asked for, what the rules said when it was handed in, and room for signatures and seal. */
export function approvalPaper(file: CaseFile): PdfPaper {
  return {
    ...sheetOf(file, file.kind === "REQUEST" ? "经费支出事前申请审批单" : "经费支出审批单"),
    below: [...contentOf(file), ...conclusionOf(file), ...opinionOf(file)],
    signatures: [
      { ...signatureOf(file, "经办人", "submit"), name: file.names.claimant ?? "" },
      signatureOf(file, "证明人", "confirmWitness"),
      signatureOf(file, "会计审核", "review"),
      signatureOf(file, "工会主席", "approve"),
    ],
    hasSeal: true,
  };
}

/** 报销单: the paper the vouchers' papers are bound behind, with payment and signatures. */
export function claimPaper(file: CaseFile): PdfPaper {
  const method = file.paidMethod ?? file.draft.paymentMethod;
  return {
    ...sheetOf(file, "费用报销单"),
    below: [
      ...contentOf(file),
      `付款方式：${method === "" ? "　　　　" : labelIn(paymentMethodLabels, method)}　　付款日期：${file.paidOn ?? "　　　　年　　月　　日"}`,
      ...conclusionOf(file),
    ],
    signatures: [
      { ...signatureOf(file, "经办人", "submit"), name: file.names.claimant ?? "" },
      signatureOf(file, "证明人", "confirmWitness"),
      signatureOf(file, "会计", "review"),
      signatureOf(file, "主席", "approve"),
      signatureOf(file, "出纳", "pay"),
    ],
    hasSeal: true,
  };
}

function sheetOf(file: CaseFile, title: string): Pick<PdfPaper, "title" | "issuer" | "above" | "table"> {
  const { draft, union, number, amountFen } = file;
  const names = new Map(spendingAccounts.map(({ code, name }) => [code, name]));
  return {
    title,
    issuer: union.name,
    above: [`发生日期：${draft.occurredOn}`, "单位：元", `编号：${number ?? "未编号"}`],
    table: {
      columns: [
        { title: "明细", width: 30 },
        { title: "会计科目", width: 34 },
        { title: "数量", width: 10, align: "right" },
        { title: "单价", width: 14, align: "right" },
        { title: "金额", width: 16, align: "right" },
      ],
      rows: draft.lines.map((line) => {
        const code = accountOf(draft, line);
        return [
          line.name,
          `${code} ${names.get(code) ?? ""}`,
          line.quantity,
          yuanText(line.unitPrice),
          yuanText(line.amount),
        ];
      }),
      totals: [`合计　${chineseAmount(amountFen)}`, "", "", "", formatYuan(amountFen)],
    },
  };
}

function yuanText(text: string): string {
  const amount = parseYuan(text);
  return amount === null ? text : formatYuan(amount);
}

function contentOf(file: CaseFile): string[] {
  const { draft, type, papers, related } = file;
  const label = isSpendingType(type) ? spendingTypes[type].label : "";
  const request = related.find((each) => each.kind === "REQUEST");
  return [
    `事由：${draft.title}`,
    `支出类型：${label}　　收款单位：${draft.payeeName}　　享受、参加人数：${draft.people.length || draft.answers["recipients"] || draft.answers["participants"] || "—"}`,
    request === undefined ? "" : `事前申请：${request.number ?? ""} ${request.title}`,
    `附单据 ${papers.length} 张${papers.length === 0 ? "" : `：${[...new Set(papers.map((paper) => paper.kind))].join("、")}`}`,
  ].filter((line) => line !== "");
}

/** The frozen conclusion as it stood at the last step, each finding that is no pass, and what the claimant said. */
function conclusionOf({ frozen, reason }: CaseFile): string[] {
  const last = frozen.at(-1);
  if (last === undefined) return [];
  const { conclusion, findings } = last.verdict;
  const open = findings.filter((finding) => finding.severity !== "PASS");
  return [
    `${last.moment}时的规则结论：${severityLabels[conclusion]}（通过 ${findings.length - open.length} 条，其他 ${open.length} 条）`,
    ...open.map(
      ({ ruleId, title, severity, message }) =>
        `　${ruleId} ${title}　【${severityLabels[severity]}】${message}`,
    ),
    reason === null ? "" : `经办人说明：${reason}`,
  ].filter((line) => line !== "");
}

/** What was decided, by whom and when; room to write it in while nothing is decided. */
function opinionOf(file: CaseFile): string[] {
  const approved = stepIn(file, "approve");
  const step = approved ?? stepIn(file, "reject");
  if (step === undefined) return ["审批意见：", "　", "　"];
  const note = step.note === null || step.note.trim() === "" ? "" : `　${step.note}`;
  const recorded = step.onPaper
    ? `　　纸质审批，由${step.recordedBy ?? ""}于${momentText(step.at).slice(0, 10)}登记`
    : "";
  return [
    `审批意见：${approved === undefined ? "不予批准" : "同意"}。${note}`,
    `　审批人：${step.by}　　日期：${signedDay(step)}${recorded}`,
  ];
}

type Step = CaseFile["steps"][number];

/** The step as it was taken in the present round, online or on paper. */
function stepIn({ steps }: CaseFile, action: string): Step | undefined {
  const from = steps.findLastIndex((step) => step.action === "submit");
  return steps.findLast((step, index) => index >= from && step.action === action);
}

/** The day of a signature: as it stands on the paper, or the day the step was taken online. */
function signedDay(step: Step): string {
  return step.signedOn ?? momentText(step.at).slice(0, 10);
}

/** Who signed and when; blank while it is still to be signed. */
function signatureOf(file: CaseFile, label: string, action: string) {
  const step = stepIn(file, action);
  return { label, name: step?.by ?? "", on: step === undefined ? "" : signedDay(step) };
}
