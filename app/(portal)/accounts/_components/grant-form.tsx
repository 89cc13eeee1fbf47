"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { grantRoleAction } from "../actions";

type GrantFormProps = {
  accountId: string;
  unions: readonly { value: string; label: string }[];
  roles: readonly { value: string; label: string }[];
};

/** Grants a role; a refusal shows the rule and the document it rests on. */
export function GrantForm({ accountId, unions, roles }: GrantFormProps) {
  return (
    <DialogForm
      action={grantRoleAction}
      fixed={{ accountId }}
      label="授予岗位"
      look="primary"
      submitLabel="授予"
      title="授予岗位"
    >
      <Combobox label="工会" name="unionId" options={unions} />
      <Select choices={roles} emptyLabel="请选择" label="岗位" name="role" />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateInput hint="不填为今天" label="开始日期" name="from" optional />
        <DateInput hint="不填为长期" label="结束日期" name="to" optional />
      </div>
      <TextInput label="原因" name="reason" placeholder="例如：换届选举结果" />
    </DialogForm>
  );
}
