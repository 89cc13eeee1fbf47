"use client";

import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { Card } from "@/components/page/card";
import { idTypeLabels } from "@/lib/core/identity";
import { employmentLabels } from "@/lib/workers/labels";
import { registerWorkerAction } from "../actions";

type RegisterFormProps = {
  owner: string;
  unionId: string;
  unions: readonly { value: string; label: string }[];
};

function choicesOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Registers one worker. */
export function RegisterForm({ owner, unionId, unions }: RegisterFormProps) {
  return (
    <Form action={registerWorkerAction} doneHref="/workers/:workerId" label="登记会员">
      <UnsavedGuard name="worker-new" owner={owner} />
      <Card>
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <Combobox defaultValue={unionId} label="所属工会" name="unionId" options={unions} />
          <TextInput label="姓名" name="name" />
          <Select choices={choicesOf(idTypeLabels)} defaultValue="ID_CARD" label="证件类型" name="idType" />
          <TextInput autoComplete="off" label="证件号码" name="idNo" />
          <Select
            choices={choicesOf({ 男: "男", 女: "女" })}
            emptyLabel="按身份证号"
            label="性别"
            name="gender"
            optional
          />
          <DateInput hint="身份证以外的证件请填写" label="出生日期" name="birthDate" optional />
          <TextInput autoComplete="off" inputMode="tel" label="手机号" name="mobile" optional />
          <TextInput autoComplete="off" inputMode="numeric" label="京卡卡号" name="cardNo" optional />
          <Select
            choices={choicesOf(employmentLabels)}
            defaultValue="ON_DUTY"
            label="工作状态"
            name="employmentStatus"
          />
          <DateInput label="入会日期" name="joinedOn" />
        </div>
        <div className="mt-5">
          <SubmitButton>登记</SubmitButton>
        </div>
      </Card>
    </Form>
  );
}
