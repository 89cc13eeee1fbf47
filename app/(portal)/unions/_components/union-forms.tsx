"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { Combobox } from "@/components/form/combobox";
import { DateInput } from "@/components/form/date-input";
import { TextInput } from "@/components/form/text-input";
import { closeUnionAction, createUnionAction, moveUnionAction, renameUnionAction } from "../actions";

export type UnionOption = { value: string; label: string };

/** Sets up a union below another. */
export function CreateUnion({ unions }: { unions: readonly UnionOption[] }) {
  return (
    <DialogForm
      action={createUnionAction}
      label="新建工会"
      look="primary"
      submitLabel="新建"
      title="新建工会"
    >
      <Combobox label="上级工会" name="parentId" options={unions} />
      <TextInput label="工会名称" name="name" />
      <TextInput hint="例如：机关事业单位工会、企业工会" label="类型" name="kind" optional />
      <TextInput hint="以81开头的18位代码" label="统一社会信用代码" name="creditCode" optional />
    </DialogForm>
  );
}

type ManageUnionProps = {
  unionId: number;
  version: number;
  name: string;
  unions: readonly UnionOption[];
};

/** Renames, moves and closes a union. */
export function ManageUnion({ unionId, version, name, unions }: ManageUnionProps) {
  const fixed = { unionId, version };
  return (
    <>
      <DialogForm action={renameUnionAction} fixed={fixed} label="更名" submitLabel="更名" title="工会更名">
        <TextInput defaultValue={name} hint="已定稿的单据仍显示原名。" label="新名称" name="name" />
      </DialogForm>
      <DialogForm action={moveUnionAction} fixed={fixed} label="调整隶属" submitLabel="调整" title="调整隶属">
        <p>连同全部下级工会一起调整。</p>
        <Combobox label="新的上级工会" name="parentId" options={unions} />
      </DialogForm>
      <DialogForm
        action={closeUnionAction}
        fixed={fixed}
        label="撤销"
        look="danger"
        submitLabel="撤销工会"
        title="撤销工会"
      >
        <p>须先转出会员、调整下级工会；历史资料都保留。</p>
        <DateInput hint="不填为今天" label="撤销日期" name="on" optional />
        <TextInput label="原因" name="reason" />
      </DialogForm>
    </>
  );
}
