"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { TextInput } from "@/components/form/text-input";
import {
  appointAction,
  disableAccountAction,
  enableAccountAction,
  endSessionAction,
  revokeRoleAction,
} from "../actions";
import { ResetForm } from "./reset-form";

type AccountActionsProps = {
  accountId: string;
  status: "INVITED" | "ACTIVE" | "DISABLED";
  lacksSecurityAdmin: boolean;
};

/** What a 系统管理员 can do with an account. */
export function AccountActions({ accountId, status, lacksSecurityAdmin }: AccountActionsProps) {
  if (status === "DISABLED") {
    return (
      <DialogForm
        action={enableAccountAction}
        fixed={{ accountId }}
        label="启用账号"
        submitLabel="启用"
        title="启用账号"
      >
        <p>启用后本人可用原密码登录，原有岗位仍然有效。</p>
      </DialogForm>
    );
  }
  return (
    <>
      {lacksSecurityAdmin && (
        <DialogForm
          action={appointAction}
          fixed={{ accountId }}
          label="指定为首位安全管理员"
          look="primary"
          submitLabel="指定"
          title="指定首位安全管理员"
        >
          <p>还没有安全管理员。指定以后，各岗位都由安全管理员授予，系统管理员不再能授予。</p>
        </DialogForm>
      )}
      <ResetForm accountId={accountId} isInvited={status === "INVITED"} />
      <DialogForm
        action={disableAccountAction}
        fixed={{ accountId }}
        label="停用账号"
        look="danger"
        submitLabel="停用"
        title="停用账号"
      >
        <p>停用后立即退出登录，不能再登录；办过的事情和岗位记录都保留。</p>
        <TextInput label="原因" name="reason" />
      </DialogForm>
    </>
  );
}

/** Takes back one role. */
export function RevokeButton({ grantId }: { grantId: string }) {
  return (
    <DialogForm
      action={revokeRoleAction}
      fixed={{ grantId }}
      label="收回"
      look="danger"
      size="small"
      submitLabel="收回岗位"
      title="收回岗位"
    >
      <TextInput label="原因" name="reason" placeholder="例如：工作调动" />
    </DialogForm>
  );
}

/** Ends a session of this account. */
export function EndSessionButton({ sessionId }: { sessionId: string }) {
  return (
    <DialogForm
      action={endSessionAction}
      fixed={{ sessionId }}
      label="结束"
      size="small"
      submitLabel="结束这次登录"
      title="结束登录"
    >
      <p>对方的下一次操作会要求重新登录。</p>
    </DialogForm>
  );
}
