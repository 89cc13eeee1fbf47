"use client";

import { useState } from "react";
import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { TextInput } from "@/components/form/text-input";
import { inviteAccountAction } from "../actions";
import { LinkOnce, linkIn } from "./link-once";

/** Opens an account and shows its activation link once. */
export function InviteForm() {
  const [link, setLink] = useState<string | null>(null);
  return (
    <DialogForm
      action={inviteAccountAction}
      label="开通账号"
      look="primary"
      onAccepted={(value) => setLink(linkIn(value))}
      stays
      submitLabel="开通并生成激活链接"
      title="开通账号"
    >
      {link !== null && <LinkOnce path={link} />}
      <TextInput hint="2至64位小写字母、数字、点、下划线或短横线" label="账号" name="login" />
      <TextInput label="姓名" name="name" />
      <TextInput
        hint="用来确认是不是同一个人；只保存不可还原的摘要，不保存号码。"
        label="身份证号"
        name="idNo"
      />
    </DialogForm>
  );
}
