"use client";

import { useRouter } from "next/navigation";
import { DateInput } from "@/components/form/date-input";
import { Form, type FormResult } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { Textarea } from "@/components/form/textarea";
import { Card } from "@/components/page/card";
import { DecisionBlock } from "@/components/page/decision-block";
import type { ButtonLook } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { paymentMethodLabels } from "@/lib/spending/labels";
import { stepActions } from "../step-actions";
import { PaperStep, type PaperStepChoices } from "./paper-step";

/** Something this person has the duty for, with what stands in the way now. */
export type Offered = { action: string; label: string; command: string; blockers: readonly string[] };

type CaseStepsProps = {
  documentId: string;
  version: number;
  offered: readonly Offered[];
  /** Whose turn it is, in words. */
  next: string | null;
  payment: { method: string; today: string };
  /** The voucher's page, once there is one. */
  voucherHref: string | undefined;
  /** How far the voucher is, while it is under way. */
  voucherNote: string | null;
  /** What stands here when there is nothing to do for anybody. */
  idle: string;
  paper: PaperStepChoices;
};

const paperSteps: ReadonlySet<string> = new Set(["recordApproval", "recordWitness"]);
const looks: Readonly<Record<string, ButtonLook>> = {
  reject: "danger",
  return: "secondary",
  withdraw: "secondary",
};

/** What may be done with the document now; what cannot be done says why. */
export function CaseSteps(props: CaseStepsProps) {
  const { documentId, version, offered, next, payment, voucherHref, voucherNote, idle, paper } = props;
  const router = useRouter();
  const direct = offered.filter((each) => !paperSteps.has(each.action));
  const onPaper = offered.filter((each) => paperSteps.has(each.action) && each.blockers.length === 0);
  const pays = direct.some((each) => each.action === "pay");
  const takesNote = direct.some((each) => !isVoucherStep(each.action));

  const take = async (input: unknown, key: string): Promise<FormResult> => {
    const { command, ...payload } = readStep(input);
    const action = stepActions[command];
    if (action === undefined) return { ok: false, message: "这一步在本页不能办理，请刷新后再试", fields: [] };
    return action({ id: documentId, version, ...payload }, key);
  };

  return (
    <Card title="办理">
      {next !== null && <p className="mb-3 text-ink-2">{next}</p>}
      {voucherNote !== null && voucherHref !== undefined && (
        <p className="mb-3">
          {voucherNote} <TextLink href={voucherHref}>查看凭证</TextLink>
        </p>
      )}
      {direct.length > 0 && (
        <Form
          action={take}
          label="办理单据"
          onAccepted={() => router.refresh()}
          read={(data) => {
            const command = data.get("command");
            const chosen = direct.find((each) => each.command === command);
            return { command, ...payloadOf(chosen?.action ?? "", data) };
          }}
        >
          <DecisionBlock
            name="command"
            options={direct.map(({ action, label, command, blockers }) => ({
              ...{ value: command, label, look: looks[action] },
              blockers: blockers
                .filter(isInTheWay)
                .map((text) => ({ text, href: placeOf(text, voucherHref) })),
            }))}
          >
            {pays && (
              <div className="grid gap-3.5 sm:grid-cols-2">
                <Select
                  choices={Object.entries(paymentMethodLabels).map(([value, label]) => ({ value, label }))}
                  defaultValue={payment.method}
                  emptyLabel="请选择"
                  label="付款方式"
                  name="method"
                />
                <DateInput defaultValue={payment.today} label="付款日期" name="paidOn" />
              </div>
            )}
            {takesNote && (
              <Textarea hint={hintFor(direct)} label="意见" maxLength={500} name="note" optional rows={2} />
            )}
          </DecisionBlock>
        </Form>
      )}
      {onPaper.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-2 border-t border-line pt-3">
          {onPaper.map(({ action, label }) => (
            <PaperStep
              action={action}
              choices={paper}
              documentId={documentId}
              key={action}
              label={label}
              version={version}
            />
          ))}
        </div>
      )}
      {offered.length === 0 && next === null && <p className="text-ink-2">{idle}</p>}
    </Card>
  );
}

// Papers still missing do not bar a payment: it may come first when the cashier says why.
function isInTheWay(blocker: string): boolean {
  return !blocker.endsWith("须写明原因");
}

function placeOf(blocker: string, voucherHref: string | undefined): string | undefined {
  if (blocker.startsWith("归档前须补齐")) return "#papers";
  return blocker.includes("凭证") ? voucherHref : undefined;
}

function hintFor(offered: readonly Offered[]): string | undefined {
  const cautions = offered.flatMap((each) => each.blockers).filter((blocker) => !isInTheWay(blocker));
  const needs = offered
    .filter((each) => ["return", "reject", "paymentFailed"].includes(each.action))
    .map((each) => `“${each.label}”`);
  const parts = [...cautions, needs.length === 0 ? "" : `${needs.join("、")}须写明原因`];
  return parts.filter((part) => part !== "").join("；") || undefined;
}

/** Making and posting a voucher says everything by itself. */
function isVoucherStep(action: string): boolean {
  return action === "post" || action === "makeVoucher";
}

function payloadOf(action: string, data: FormData): Record<string, unknown> {
  if (isVoucherStep(action)) return {};
  const note = { note: data.get("note") ?? "" };
  return action === "pay" ? { ...note, method: data.get("method"), paidOn: data.get("paidOn") } : note;
}

function readStep(input: unknown): Record<string, unknown> & { command: string } {
  const fields = Object.fromEntries(Object.entries(Object(input)));
  return { ...fields, command: String(fields["command"]) };
}
