"use client";

import { useState } from "react";
import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { startResetAction } from "../actions";
import { LinkOnce, linkIn } from "./link-once";

/** Starts a reset, or sends the activation link again. */
export function ResetForm({ accountId, isInvited }: { accountId: string; isInvited: boolean }) {
  const [link, setLink] = useState<string | null>(null);
  const label = isInvited ? "重发激活链接" : "重设密码";
  return (
    <DialogForm
      action={startResetAction}
      fixed={{ accountId }}
      label={label}
      onAccepted={(value) => setLink(linkIn(value))}
      stays
      submitLabel="生成一次性链接"
      title={label}
    >
      {link === null ? (
        <p>生成链接后，先前未用的链接立即失效；密码由本人打开链接设置。</p>
      ) : (
        <LinkOnce path={link} />
      )}
    </DialogForm>
  );
}
