"use client";

import { DateInput } from "@/components/form/date-input";
import { FieldGroup } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Textarea } from "@/components/form/textarea";
import { registerRulingAction } from "../../actions";

/** Registers a written answer with the rules it speaks of. */
export function RulingForm({ rules }: { rules: readonly { id: string; title: string }[] }) {
  return (
    <Form action={registerRulingAction} doneHref="/policies/rulings/:rulingId" label="登记答复单">
      <div className="grid max-w-2xl gap-4">
        <TextInput hint="例如 答复单 2026-3" label="答复单编号" maxLength={60} name="number" />
        <Textarea label="问题" maxLength={1000} name="question" />
        <Textarea label="答复" maxLength={2000} name="answer" rows={5} />
        <TextInput label="答复部门" maxLength={60} name="confirmedBy" />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateInput label="适用开始日期" name="from" />
          <DateInput hint="长期有效时不填" label="适用截止日期" name="to" optional />
        </div>
        <FieldGroup label="涉及的规则" name="ruleIds">
          {(control) => (
            <div className="grid max-h-64 gap-x-5 overflow-auto rounded-control border border-line p-3 sm:grid-cols-2">
              {rules.map(({ id, title }, index) => (
                <label
                  className="flex items-start gap-2 py-0.5"
                  htmlFor={index === 0 ? control.id : `rule-${id}`}
                  key={id}
                >
                  <input
                    className="mt-1 h-4 w-4 shrink-0 accent-act"
                    id={index === 0 ? control.id : `rule-${id}`}
                    name="ruleIds[]"
                    type="checkbox"
                    value={id}
                  />
                  <span>
                    {id} {title}
                  </span>
                </label>
              ))}
            </div>
          )}
        </FieldGroup>
        <div>
          <SubmitButton>登记答复单</SubmitButton>
        </div>
      </div>
    </Form>
  );
}
