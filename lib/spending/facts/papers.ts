import type { DraftContext } from "../model";
import { checklistOf } from "../rules/checklist";
import { spendingFacts } from "../rules/facts";
import type { Draft } from "../schema";
import type { Known } from "./lines";

/** What foreign use of an invoice is called; which union and which document are not said. */
export const foreignUseText = "本区其他单位";

const originals: Readonly<Record<string, string>> = {
  "application/xml": "XML",
  "text/xml": "XML",
  "application/zip": "OFD",
  "application/pdf": "PDF",
  "image/jpeg": "PHOTO",
  "image/png": "PHOTO",
};

/** What the attached papers say. */
export function paperFacts({ papers }: Pick<DraftContext, "papers">): Known {
  const kinds = [...new Set(papers.map((paper) => paper.kind))];
  const files = papers
    .filter((paper) => paper.kind.includes("发票"))
    .flatMap(({ mime }) => originals[mime] ?? []);
  return {
    attachmentsChecklist: kinds,
    originalFile: ["XML", "OFD", "PDF", "PHOTO"].find((each) => files.includes(each)),
    meetingMinuteId: kinds.some((kind) => kind.includes("会议纪要")) ? "会议纪要" : undefined,
  };
}

/** What the invoices say, and whether one has been used before. */
export function invoiceFacts(draft: Draft, context: DraftContext): Known {
  if (draft.kind === "REQUEST" || draft.invoices.length === 0) {
    return { priorBookings: draft.kind === "REQUEST" ? undefined : [] };
  }
  const { invoices } = draft;
  const numbers = invoices.map((invoice) => plainNumber(invoice.number)).filter((number) => number !== "");
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  const used = context.invoicesInUse.filter((each) => numbers.includes(each.number));
  const kinds = invoices.map((invoice) => invoice.kind);
  const papers = invoices.filter((invoice) => invoice.kind !== "NONE");
  const wrong =
    papers.find((each) => each.buyerName === "") ??
    papers.find((each) => each.buyerName !== context.unionName) ??
    papers.find((each) => each.buyerTaxNo !== "" && each.buyerTaxNo !== context.unionTaxNo) ??
    papers[0];
  return {
    invoiceKind: kinds.includes("")
      ? undefined
      : (["ELECTRONIC", "PAPER", "NONE"].find((kind) => kinds.some((each) => each === kind)) ?? undefined),
    invoiceNo: (used[0]?.number ?? twice[0] ?? numbers[0]) || undefined,
    priorBookings: [
      ...used.map((each) => each.where ?? foreignUseText),
      ...(twice.length > 0 ? ["本单另一行"] : []),
    ],
    buyerName: wrong?.buyerName || undefined,
    buyerTaxNo: wrong?.buyerTaxNo || undefined,
    invoiceLineNames: namesOn(invoices),
    hasItemList: invoices.some((invoice) => invoice.hasItemList),
  };
}

function namesOn(invoices: Draft["invoices"]): readonly string[] | undefined {
  const names = invoices.flatMap((invoice) => spendingFacts.invoiceLineNames.parse(invoice.itemNames) ?? []);
  return names.length === 0 ? undefined : names;
}

/** An invoice number as it is compared: digits and letters only, so that spaces and dashes hide nothing. */
export function plainNumber(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, "");
}

/** Papers of the checklist due at a stage that are not there yet; “甲或乙” is met by either. */
export function missingPapers(
  type: string,
  stage: "SUBMIT" | "PAYMENT" | "ARCHIVE",
  papers: DraftContext["papers"],
): string[] {
  return checklistOf(type)[stage].filter(
    (wanted) =>
      !papers.some(({ kind }) => kind === wanted || wanted.split("或").some((each) => kind.includes(each))),
  );
}
