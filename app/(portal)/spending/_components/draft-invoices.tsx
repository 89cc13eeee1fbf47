import { Checkbox } from "@/components/form/checkbox";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Draft, DraftInvoice } from "@/lib/spending/schema";
import { emptyInvoice } from "./draft-model";

type Union = { name: string; taxNo: string | null };

type DraftInvoicesProps = {
  invoices: Draft["invoices"];
  union: Union;
  onInvoices: (invoices: Draft["invoices"]) => void;
};

const kinds = [
  { value: "ELECTRONIC", label: "电子发票（数电票）" },
  { value: "PAPER", label: "纸质发票" },
  { value: "NONE", label: "无票据（签领表等）" },
];

/** The invoices of a claim, one under the other. */
export function DraftInvoices({ invoices, union, onInvoices }: DraftInvoicesProps) {
  return (
    <div className="space-y-3">
      {invoices.map((invoice, index) => (
        <Invoice
          index={index}
          invoice={invoice}
          // biome-ignore lint/suspicious/noArrayIndexKey: an invoice without a number is known by its place only
          key={index}
          onChange={(change) =>
            onInvoices(invoices.map((old, at) => (at === index ? { ...old, ...change } : old)))
          }
          onRemove={() => onInvoices(invoices.filter((_, at) => at !== index))}
          union={union}
        />
      ))}
      <Button look="plain" onClick={() => onInvoices([...invoices, emptyInvoice])} size="small">
        <Icon name="plus" size={14} />
        添加发票
      </Button>
    </div>
  );
}

type InvoiceProps = {
  index: number;
  invoice: DraftInvoice;
  union: Union;
  onChange: (change: Partial<DraftInvoice>) => void;
  onRemove: () => void;
};

function Invoice({ index, invoice, union, onChange, onRemove }: InvoiceProps) {
  const { kind, number, buyerName, buyerTaxNo, itemNames, hasItemList } = invoice;
  const at = (name: string) => `invoices.${index}.${name}`;
  const isPaper = kind !== "NONE";
  return (
    <fieldset className="rounded-control border border-line p-3">
      <legend className="sr-only">第{index + 1}张发票</legend>
      <div className="grid gap-3 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
        <Select
          choices={kinds}
          emptyLabel="请选择"
          label="票据类型"
          name={at("kind")}
          onChange={(event) => onChange({ kind: kindOf(event.currentTarget.value) })}
          value={kind}
        />
        {isPaper ? (
          <TextInput
            inputMode="numeric"
            label="发票号码"
            name={at("number")}
            onChange={(event) => onChange({ number: event.currentTarget.value })}
            value={number}
          />
        ) : (
          <p className="self-end pb-2 text-sm text-ink-2">没有发票时，签领表须随单附上。</p>
        )}
        <button
          aria-label={`删除第${index + 1}张发票`}
          className="self-end rounded-control p-2 text-ink-3 hover:bg-ground hover:text-bad"
          onClick={onRemove}
          type="button"
        >
          <Icon name="cross" size={14} />
        </button>
      </div>
      {isPaper && (
        <>
          <div className="mt-3 grid gap-3 sm:grid-cols-2">
            <TextInput
              hint={
                <Same
                  isSame={buyerName === union.name && buyerTaxNo === (union.taxNo ?? "")}
                  onSame={() => onChange({ buyerName: union.name, buyerTaxNo: union.taxNo ?? "" })}
                />
              }
              label="购买方名称"
              name={at("buyerName")}
              onChange={(event) => onChange({ buyerName: event.currentTarget.value })}
              value={buyerName}
            />
            <TextInput
              label="购买方税号"
              name={at("buyerTaxNo")}
              onChange={(event) => onChange({ buyerTaxNo: event.currentTarget.value })}
              optional={kind === "PAPER"}
              value={buyerTaxNo}
            />
          </div>
          <div className="mt-3 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <TextInput
              label="发票品名"
              placeholder="多个以分号隔开"
              name={at("itemNames")}
              onChange={(event) => onChange({ itemNames: event.currentTarget.value })}
              optional
              value={itemNames}
            />
            <Checkbox
              checked={hasItemList}
              label="附销货清单"
              name={at("hasItemList")}
              onChange={(event) => onChange({ hasItemList: event.currentTarget.checked })}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}

/** Buyer and tax number as on the union's papers, at one press once they have been compared with the invoice. */
function Same({ isSame, onSame }: { isSame: boolean; onSame: () => void }) {
  if (isSame) return "与本工会名称、税号一致";
  return (
    <button className="text-act hover:underline" onClick={onSame} type="button">
      票面与本工会名称、税号一致
    </button>
  );
}

function kindOf(text: string): DraftInvoice["kind"] {
  return text === "ELECTRONIC" || text === "PAPER" || text === "NONE" ? text : "";
}
