import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import type { CaseFile } from "./case-file";

const kinds: Readonly<Record<string, string>> = { ELECTRONIC: "电子发票", PAPER: "纸质发票", NONE: "无票据" };

/** The invoices of a claim. */
export function CaseInvoices({ file: { draft } }: { file: CaseFile }) {
  if (draft.invoices.length === 0) return null;
  return (
    <Card flush title={`发票（${draft.invoices.length}张）`}>
      <PlainTable
        caption="发票"
        columns={[
          { key: "number", label: "发票号码" },
          { key: "kind", label: "类型" },
          { key: "buyer", label: "购买方" },
          { key: "items", label: "品名" },
        ]}
        rows={draft.invoices.map((invoice, index) => ({
          key: String(index),
          cells: [
            invoice.number || "—",
            kinds[invoice.kind] ?? "未选",
            [invoice.buyerName, invoice.buyerTaxNo].filter((text) => text !== "").join("，") || "—",
            `${invoice.itemNames || "—"}${invoice.hasItemList ? "（附清单）" : ""}`,
          ],
        }))}
        titleKey="number"
      />
    </Card>
  );
}
