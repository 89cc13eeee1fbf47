"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { cardStatusLabels, employmentLabels, leaveReasons } from "@/lib/workers/labels";
import { editWorkerAction, endMembershipAction, transferWorkerAction } from "../actions";

type WorkerActionsProps = {
  worker: {
    id: string;
    version: number;
    name: string;
    mobile: string | null;
    cardNo: string | null;
    cardStatus: string;
    employmentStatus: string;
    leftOn: string | null;
  };
  unions: readonly { value: string; label: string }[];
};

function choicesOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function keptHint(present: string | null): string | undefined {
  return present === null ? undefined : `现为 ${present}，不填则不变`;
}

/** Edit, move and end: what can be done with a worker's registration. */
export function WorkerActions({ worker, unions }: WorkerActionsProps) {
  const fixed = { workerId: worker.id, version: worker.version };
  return (
    <>
      <DialogForm
        action={editWorkerAction}
        fixed={fixed}
        label="修改资料"
        submitLabel="保存"
        title="修改资料"
      >
        <TextInput defaultValue={worker.name} label="姓名" name="name" />
        <TextInput autoComplete="off" hint={keptHint(worker.mobile)} label="手机号" name="mobile" optional />
        <TextInput
          autoComplete="off"
          hint={keptHint(worker.cardNo)}
          label="京卡卡号"
          name="cardNo"
          optional
        />
        <Select
          choices={choicesOf(cardStatusLabels)}
          defaultValue={worker.cardStatus}
          label="京卡状态"
          name="cardStatus"
        />
        <Select
          choices={choicesOf(employmentLabels)}
          defaultValue={worker.employmentStatus}
          label="工作状态"
          name="employmentStatus"
        />
      </DialogForm>
      {(unions.length > 1 || worker.leftOn !== null) && (
        <DialogForm
          action={transferWorkerAction}
          fixed={fixed}
          label="调动"
          submitLabel="办理调动"
          title="会员调动"
        >
          <p>从调入日期起属于新的工会，以前的会籍保留。</p>
          <Combobox label="调入工会" name="unionId" options={unions} />
          <DateInput label="调入日期" name="on" />
        </DialogForm>
      )}
      {worker.leftOn === null && (
        <DialogForm
          action={endMembershipAction}
          fixed={fixed}
          label="离会"
          look="danger"
          submitLabel="办理离会"
          title="办理离会"
        >
          <DateInput label="离会日期" name="on" />
          <Select
            choices={leaveReasons.map((reason) => ({ value: reason, label: reason }))}
            emptyLabel="请选择"
            label="原因"
            name="reason"
          />
        </DialogForm>
      )}
    </>
  );
}
