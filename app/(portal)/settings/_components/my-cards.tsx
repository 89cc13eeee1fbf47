"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { deviceText } from "@/app/(portal)/accounts/_components/device-text";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { endReasonLabels } from "@/lib/accounts/labels";
import { momentText } from "@/lib/core/dates";
import { changePasswordAction, chooseSizeAction, endOwnSessionAction } from "../actions";

type Session = {
  id: string;
  startedAt: string;
  seenAt: string;
  ip: string;
  device: string;
  endReason: string | null;
  isCurrent: boolean;
};

/** Where one is signed in, with the way to end it. */
export function MySessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <Card aside="看到不认识的登录，请先结束它，再改密码。" flush title="我的登录">
      <PlainTable
        caption="我的登录"
        columns={[
          { key: "at", label: "登录时间" },
          { key: "seen", label: "最近操作" },
          { key: "where", label: "网络地址和浏览器" },
          { key: "state", label: "状态" },
        ]}
        rows={sessions.map((session) => ({
          key: session.id,
          cells: [
            momentText(session.startedAt),
            momentText(session.seenAt),
            `${session.ip} ${deviceText(session.device)}`,
            <SessionState key="state" session={session} />,
          ],
        }))}
      />
    </Card>
  );
}

function SessionState({ session }: { session: Session }) {
  if (session.endReason !== null) return `已结束：${endReasonLabels.get(session.endReason) ?? ""}`;
  if (session.isCurrent) return <StatusBadge label="本次登录" tone="ok" />;
  return (
    <span className="flex items-center gap-3">
      <StatusBadge label="在线" tone="ok" />
      <DialogForm
        action={endOwnSessionAction}
        fixed={{ sessionId: session.id }}
        label="结束"
        size="small"
        submitLabel="结束这次登录"
        title="结束登录"
      >
        <p>那一处的下一次操作会要求重新登录。</p>
      </DialogForm>
    </span>
  );
}

/** Changes one's own password. */
export function PasswordCard() {
  return (
    <Card title="修改密码">
      <Form action={changePasswordAction} label="修改密码">
        <div className="max-w-md space-y-4">
          <TextInput autoComplete="current-password" label="现用密码" name="current" type="password" />
          <TextInput
            autoComplete="new-password"
            hint="10至128位，大写字母、小写字母、数字、符号至少三类；修改后其他登录立即结束。"
            label="新密码"
            name="next"
            type="password"
          />
          <TextInput autoComplete="new-password" label="再填一次" name="again" type="password" />
          <SubmitButton>修改密码</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

/** 长者模式 in this browser. */
export function SizeCard({ size }: { size: "normal" | "large" }) {
  return (
    <Card title="字号">
      <Form action={chooseSizeAction} label="字号">
        <div className="space-y-3">
          <RadioGroup
            choices={[
              { value: "normal", label: "标准" },
              { value: "large", label: "长者模式", hint: "全部文字放大" },
            ]}
            defaultValue={size}
            label="本浏览器的字号"
            name="size"
          />
          <SubmitButton>保存</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
