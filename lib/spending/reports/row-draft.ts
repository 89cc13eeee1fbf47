import { formatYuan } from "@/lib/core/money";
import { type FactValue, factValue } from "@/lib/policy/facts";
import { spendingFacts } from "../rules/facts";
import type { Draft } from "../schema";
import type { SheetRow } from "../sheet-facts";

// These have a place of their own in a draft, or are counted by the server.
const placed: ReadonlySet<string> = new Set([
  ...["amount", "purpose", "payee", "paymentMethod", "invoiceNo", "itemNames", "unitPrice"],
  ...["clothingTotal", "mealTotal", "purchaseDate"],
]);

/** A row of a list as the draft it becomes: what the row says stands where the form asks for it. */
export function draftOfRow(row: SheetRow): Draft {
  const unitPrice = factValue(row.facts, "unitPrice");
  const method = factValue(row.facts, "paymentMethod");
  const answers: Record<string, string> = {};
  for (const fact of Object.values(spendingFacts)) {
    const value = placed.has(fact.id) ? undefined : factValue(row.facts, fact.id);
    if (value !== undefined && fact.accepts(value)) answers[fact.id] = shown(fact, value);
  }
  return {
    ...{ kind: "CLAIM", type: row.type ?? "", title: row.summary.slice(0, 200) },
    ...{ occurredOn: row.date ?? "", payeeName: row.payee.slice(0, 120) },
    paymentMethod: methods.find((each) => each === method) ?? "",
    ...{ claimantId: "", witnessId: "", requestId: "", reason: "" },
    lines: [
      {
        ...{ name: row.summary.slice(0, 200), accountCode: "", quantity: "", asset: "" },
        unitPrice: typeof unitPrice === "bigint" ? formatYuan(unitPrice) : "",
        amount: row.amount === null ? "" : formatYuan(row.amount),
      },
    ],
    people: [],
    invoices:
      row.invoiceNo === ""
        ? []
        : [
            {
              ...{ kind: "", number: row.invoiceNo.slice(0, 64), buyerName: "", buyerTaxNo: "" },
              ...{ itemNames: "", hasItemList: false },
            },
          ],
    answers,
  };
}

const methods = ["TRANSFER", "CHEQUE", "CARD", "CASH"] as const;

function shown(fact: { display(value: FactValue): string }, value: FactValue): string {
  return fact.display(value).slice(0, 2_000);
}
