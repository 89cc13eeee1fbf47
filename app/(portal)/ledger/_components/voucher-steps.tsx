"use client";

import { useRouter } from "next/navigation";
import { DateInput } from "@/components/form/date-input";
import { Form, type FormResult } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/page/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { LinkButton } from "@/components/ui/link-button";
import {
  deleteDraftAction,
  postVoucherAction,
  returnVoucherAction,
  reverseVoucherAction,
  reviewVoucherAction,
  submitVoucherAction,
} from "../actions";
import type { Steps } from "./steps-for";

type VoucherStepsProps = { voucherId: string; version: number; today: string; steps: Steps };

/** What may be done with a voucher now. */
export function VoucherSteps({ voucherId, version, today, steps }: VoucherStepsProps) {
  const router = useRouter();
  const seen = { voucherId, version };
  const refresh = () => router.refresh();
  const hasStep = Object.values(steps).some(Boolean);
  return (
    <Card title="办理">
      {!hasStep && <p className="text-ink-2">现在没有您要办理的步骤。</p>}
      {steps.barred !== null && <p className="mb-3 text-ink-2">{steps.barred}</p>}
      <div className="flex flex-wrap items-start gap-2">
        {steps.review && (
          <Step action={reviewVoucherAction} input={seen} label="稽核通过" onDone={refresh} primary />
        )}
        {steps.post && <Step action={postVoucherAction} input={seen} label="记账" onDone={refresh} primary />}
        {steps.submit && (
          <Step action={submitVoucherAction} input={seen} label="提交稽核" onDone={refresh} primary />
        )}
        {steps.edit && <LinkButton href={`/ledger/${voucherId}/edit`}>修改</LinkButton>}
        {steps.sendBack && (
          <DialogButton label="退回" title="退回凭证">
            <Form
              action={returnVoucherAction}
              label="退回凭证"
              onAccepted={refresh}
              read={(data) => ({ ...seen, reason: data.get("reason") })}
            >
              <TextInput label="退回原因" name="reason" />
              <div className="mt-3">
                <SubmitButton>退回制单人</SubmitButton>
              </div>
            </Form>
          </DialogButton>
        )}
        {steps.reverse && (
          <DialogButton label="红字冲销" title="红字冲销">
            <Form
              action={reverseVoucherAction}
              doneHref="/ledger/:voucherId"
              label="红字冲销"
              read={(data) => ({ voucherId, voucherDate: data.get("voucherDate") })}
            >
              <p className="mb-3">按原分录生成红字凭证，经稽核、记账后生效。日期须在开放的月份。</p>
              <DateInput defaultValue={today} label="冲销凭证日期" name="voucherDate" />
              <div className="mt-3">
                <SubmitButton>生成冲销凭证</SubmitButton>
              </div>
            </Form>
          </DialogButton>
        )}
        {steps.copy && <LinkButton href={`/ledger/new?copy=${voucherId}`}>复制</LinkButton>}
        {steps.remove && (
          <DialogButton label="删除草稿" look="danger" title="删除草稿">
            <p className="mb-3">草稿没有编号，删除后操作日志中仍有记录。</p>
            <Step
              action={deleteDraftAction}
              input={seen}
              label="删除草稿"
              onDone={() => router.push("/ledger")}
            />
          </DialogButton>
        )}
      </div>
    </Card>
  );
}

type StepProps = {
  label: string;
  action: (input: unknown, key: string) => Promise<FormResult>;
  input: unknown;
  onDone: () => void;
  primary?: boolean;
};

function Step({ label, action, input, onDone, primary = false }: StepProps) {
  return (
    <Form action={action} label={label} onAccepted={onDone} read={() => input}>
      <SubmitButton look={primary ? "primary" : "secondary"}>{label}</SubmitButton>
    </Form>
  );
}
