"use client";

import type { ComboboxOption } from "@/components/form/combobox-options";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { NumberInput } from "@/components/form/number-input";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { Card } from "@/components/page/card";
import { LinkButton } from "@/components/ui/link-button";
import { changeVoucherAction, enterVoucherAction } from "../actions";
import type { GridRow } from "./grid-rows";
import { VoucherGrid } from "./voucher-grid";

type VoucherFormProps = {
  unionId: number;
  owner: string;
  accounts: readonly ComboboxOption[];
  initial: {
    voucherDate: string;
    attachmentCount: number;
    kind: "GENERAL" | "CLOSING";
    rows: readonly GridRow[];
  };
  /** The draft that is changed; without it a new voucher is made. */
  draft?: { voucherId: string; version: number } | undefined;
};

/** A voucher as it is written: day, papers, lines. Ctrl+S keeps a draft, Ctrl+Enter hands it in and opens the next. */
export function VoucherForm({ unionId, owner, accounts, initial, draft }: VoucherFormProps) {
  const target = draft === undefined ? { unionId } : { ...draft };
  return (
    <Form
      action={draft === undefined ? enterVoucherAction : changeVoucherAction}
      doneHref={draft === undefined ? "/ledger/new?after=:voucherId" : "/ledger/:voucherId"}
      label="记账凭证"
      read={(data) => ({ ...fieldsOf(data), ...target })}
    >
      <Card>
        <div className="mb-3 grid max-w-2xl gap-3 sm:grid-cols-3">
          <DateInput defaultValue={initial.voucherDate} label="日期" name="voucherDate" />
          <NumberInput
            defaultValue={initial.attachmentCount === 0 ? "" : String(initial.attachmentCount)}
            label="附单据数"
            name="attachmentCount"
            unit="张"
          />
          <Select
            choices={[
              { value: "GENERAL", label: "普通凭证" },
              { value: "CLOSING", label: "结转凭证" },
            ]}
            defaultValue={initial.kind}
            label="类别"
            name="kind"
          />
        </div>
        <VoucherGrid accounts={accounts} initialRows={initial.rows} />
      </Card>
      <div className="mt-4 flex flex-wrap gap-2">
        <SubmitButton name="step" value="submit">
          提交稽核
        </SubmitButton>
        <SubmitButton look="secondary" name="step" pressedBy="save" value="keep">
          存草稿
        </SubmitButton>
        <LinkButton href="/ledger" look="plain">
          返回凭证
        </LinkButton>
      </div>
      <UnsavedGuard name={draft === undefined ? "voucher-new" : `voucher-${draft.voucherId}`} owner={owner} />
    </Form>
  );
}

/** The fields of the form as the command takes them. */
function fieldsOf(data: FormData): Record<string, unknown> {
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    voucherDate: text("voucherDate"),
    attachmentCount: text("attachmentCount"),
    kind: text("kind"),
    step: text("step") || "keep",
    lines: JSON.parse(text("lines@json") || "[]"),
  };
}
