"use client";

import { useState } from "react";
import { Form, type FormResult } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import type { DemoAccount } from "@/lib/server/demo-accounts";
import { signIn } from "../auth-client";
import { DemoAccounts } from "./demo-accounts";

type LoginFormProps = { nextHref: string; login: string; demo: readonly DemoAccount[] };

/** Login and password; a refusal keeps the login typed. */
export function LoginForm({ nextHref, login: given, demo }: LoginFormProps) {
  const [login, setLogin] = useState(given);
  const [password, setPassword] = useState("");

  const submit = async (): Promise<FormResult> => {
    const fields = [
      ...(login.trim() === "" ? [{ path: "login", message: "请填写账号" }] : []),
      ...(password === "" ? [{ path: "password", message: "请填写密码" }] : []),
    ];
    if (fields.length > 0) return { ok: false, message: "请填写账号和密码", fields };
    const answer = await signIn(login, password);
    if (answer.ok) window.location.assign(nextHref);
    // What was typed again while the answer was under way stays.
    else setPassword((now) => (now === password ? "" : now));
    return answer.ok ? answer : { ...answer, fields: [] };
  };

  return (
    <>
      <Form action={submit} label="登录">
        <div className="space-y-4">
          <TextInput
            autoComplete="username"
            label="账号"
            maxLength={64}
            name="login"
            onChange={(event) => setLogin(event.currentTarget.value)}
            value={login}
          />
          <TextInput
            autoComplete="current-password"
            label="密码"
            name="password"
            onChange={(event) => setPassword(event.currentTarget.value)}
            type="password"
            value={password}
          />
          <div className="flex items-center justify-between gap-3">
            <SubmitButton>登录</SubmitButton>
            <span className="text-sm text-ink-2">忘记密码请联系系统管理员</span>
          </div>
        </div>
      </Form>
      {demo.length > 0 && (
        <DemoAccounts
          accounts={demo}
          onPick={(account) => {
            setLogin(account.login);
            setPassword(account.password);
          }}
        />
      )}
    </>
  );
}
