"use client";

import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { Card } from "@/components/page/card";
import { booksInLabels, booksKeptByLabels, scaleLabels } from "@/lib/unions/labels";
import { editUnionAction } from "../actions";

type EditUnionFormProps = {
  owner: string;
  union: {
    id: number;
    version: number;
    creditCode: string | null;
    kind: string | null;
    scale: string | null;
    booksIn: string;
    booksKeptBy: string;
    bankName: string | null;
    bankAccount: string | null;
    foundedOn: string | null;
  };
};

function choicesOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** A union's particulars; a bank account left blank stays as it is. */
export function EditUnionForm({ owner, union }: EditUnionFormProps) {
  return (
    <Form
      action={(input, key) =>
        editUnionAction({ ...Object(input), unionId: union.id, version: union.version }, key)
      }
      doneHref={`/unions/${union.id}`}
      label="维护工会资料"
    >
      <UnsavedGuard name={`union-${union.id}`} owner={owner} />
      <Card>
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <TextInput
            defaultValue={union.creditCode ?? ""}
            hint="工会自己的代码，以81开头"
            label="统一社会信用代码"
            name="creditCode"
            optional
          />
          <TextInput defaultValue={union.kind ?? ""} label="类型" name="kind" optional />
          <Select
            choices={choicesOf(booksInLabels)}
            defaultValue={union.booksIn}
            label="账务在"
            name="booksIn"
          />
          <Select
            choices={choicesOf(booksKeptByLabels)}
            defaultValue={union.booksKeptBy}
            label="谁记账"
            name="booksKeptBy"
          />
          <Select
            choices={choicesOf(scaleLabels)}
            defaultValue={union.scale ?? ""}
            emptyLabel="按会员数确定"
            label="规模"
            name="scale"
            optional
          />
          <DateInput defaultValue={union.foundedOn ?? ""} label="成立日期" name="foundedOn" optional />
          <TextInput defaultValue={union.bankName ?? ""} label="开户银行" name="bankName" optional />
          <TextInput
            hint={union.bankAccount === null ? undefined : `现为 ${union.bankAccount}，不填则不变`}
            inputMode="numeric"
            label="银行账号"
            name="bankAccount"
            optional
          />
        </div>
        <div className="mt-5">
          <SubmitButton>保存</SubmitButton>
        </div>
      </Card>
    </Form>
  );
}
