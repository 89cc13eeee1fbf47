"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { setPasswordAction } from "../actions";

type NewPasswordFormProps = { token: string; purpose: "ACTIVATE" | "RESET"; login: string };

/** The new password, typed twice by its owner and known to nobody else. */
export function NewPasswordForm({ token, purpose, login }: NewPasswordFormProps) {
  return (
    <Form
      action={setPasswordAction}
      doneHref="/login?login=:login"
      label="设置密码"
      read={(data) => ({ token, purpose, password: data.get("password"), again: data.get("again") })}
    >
      <div className="space-y-4">
        <input autoComplete="username" name="login" readOnly type="hidden" value={login} />
        <TextInput
          autoComplete="new-password"
          hint="10至128位，大写字母、小写字母、数字、符号至少三类；不能含账号、姓名，不能过于常见。可以粘贴。"
          label="新密码"
          name="password"
          type="password"
        />
        <TextInput autoComplete="new-password" label="再填一次" name="again" type="password" />
        <SubmitButton>设置密码</SubmitButton>
      </div>
    </Form>
  );
}
