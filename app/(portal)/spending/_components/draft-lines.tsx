import type { ComboboxOption } from "@/components/form/combobox-options";
import type { GridColumn, GridRow } from "@/components/form/grid-cell";
import { LineGrid } from "@/components/form/line-grid";
import { chineseAmount } from "@/lib/core/chinese-number";
import { formatYuan, parseYuan } from "@/lib/core/money";
import type { Draft, DraftLine } from "@/lib/spending/schema";
import { isSpendingType, spendingAccounts, spendingTypes } from "@/lib/spending/types-of-spending";
import { emptyLine, readableTotal } from "./draft-model";

const accounts: readonly ComboboxOption[] = spendingAccounts.map(({ code, name, oldNames }) => ({
  ...{ value: code, code },
  // The last part of the name is what people call it.
  label: name.split("—").at(-1) ?? name,
  words: [name, ...oldNames].join(" "),
}));

const assetChoices: readonly ComboboxOption[] = [
  { value: "NONE", label: "不是设备" },
  { value: "GENERAL", label: "通用设备" },
  { value: "SPECIAL", label: "专用设备" },
];

const columns: readonly GridColumn[] = [
  { key: "name", label: "明细", kind: "text", placeholder: "例如：东北大米" },
  { key: "accountCode", label: "科目", kind: "option", options: accounts },
  { key: "quantity", label: "数量", kind: "number" },
  { key: "unitPrice", label: "单价", kind: "money" },
  { key: "amount", label: "金额（元）", kind: "money", total: true },
];

const withAsset: readonly GridColumn[] = columns.toSpliced(2, 0, {
  ...{ key: "asset", label: "设备类别", kind: "option" },
  options: assetChoices,
});

type DraftLinesProps = {
  draft: Draft;
  onLines: (lines: Draft["lines"]) => void;
  /** Whether it matters here if a line is equipment. */
  asksAsset: boolean;
};

/** The lines of a document; a line gets the account of its kind of spending and the product of number and price. */
export function DraftLines({ draft, onLines, asksAsset }: DraftLinesProps) {
  const total = readableTotal(draft);
  const account = isSpendingType(draft.type) ? spendingTypes[draft.type].accountCode : "";
  return (
    <LineGrid
      columns={asksAsset ? withAsset : columns}
      initialRows={draft.lines.length === 0 ? [{}] : draft.lines}
      label="支出明细"
      name="lines"
      onRows={(rows) => onLines(rows.filter(isStarted).map(lineOf))}
      settle={(row) => settled(row, account)}
      totalNote={total === 0n ? undefined : chineseAmount(total)}
    />
  );
}

function isStarted(row: GridRow): boolean {
  return Object.values(row).some((text) => text.trim() !== "");
}

/** Number times price is the amount; who wants another amount leaves the price out. */
function settled(row: GridRow, account: string): GridRow {
  const priced = productOf(row["quantity"] ?? "", row["unitPrice"] ?? "");
  const needsAccount = (row["name"] ?? "").trim() !== "" && (row["accountCode"] ?? "") === "";
  return {
    ...row,
    ...(needsAccount ? { accountCode: account } : {}),
    ...(priced === null ? {} : { amount: formatYuan(priced) }),
  };
}

function productOf(quantity: string, unitPrice: string): bigint | null {
  const price = parseYuan(unitPrice);
  const count = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(quantity.normalize("NFKC").replaceAll(",", "").trim());
  if (price === null || count === null) return null;
  const thousandths = BigInt((count[1] ?? "") + (count[2] ?? "").padEnd(3, "0"));
  const product = price * thousandths;
  return product % 1000n === 0n ? product / 1000n : null;
}

function lineOf(row: GridRow): DraftLine {
  const { name = "", accountCode = "", quantity = "", unitPrice = "", amount = "" } = row;
  const asset = assetOf(row["asset"]);
  return { ...emptyLine, name, accountCode, quantity, unitPrice, amount, asset };
}

function assetOf(text: string | undefined): DraftLine["asset"] {
  return text === "NONE" || text === "GENERAL" || text === "SPECIAL" ? text : "";
}
