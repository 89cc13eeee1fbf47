import { Combobox } from "@/components/form/combobox";
import type { ComboboxOption } from "@/components/form/combobox-options";
import { DateInput } from "@/components/form/date-input";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import type { Fact } from "@/lib/policy/facts";
import { paymentMethodLabels } from "@/lib/spending/labels";
import type { Draft } from "@/lib/spending/schema";
import { spendingTypes } from "@/lib/spending/types-of-spending";
import { AnswerField } from "./answer-field";

const types: readonly ComboboxOption[] = Object.entries(spendingTypes).map(([value, info]) => ({
  ...{ value, label: info.label, words: info.aliases.join(" ") },
}));

const methods = Object.entries(paymentMethodLabels).map(([value, label]) => ({ value, label }));

type DraftHeadProps = {
  draft: Draft;
  /** Counts the changes that did not come from typing, after which fields with a memory begin anew. */
  revision: number;
  set: (change: Partial<Draft>) => void;
  onType: (type: string) => void;
  answers: readonly { fact: Fact; told: string | undefined }[];
};

/** What was spent for what, when and how, and the facts this kind of spending asks for. */
export function DraftHead({ draft, revision, set, onType, answers }: DraftHeadProps) {
  return (
    <div className="space-y-3.5">
      <div className="grid gap-3.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TextInput
          label="事由"
          maxLength={200}
          name="title"
          onChange={(event) => set({ title: event.currentTarget.value })}
          value={draft.title}
        />
        <DateInput
          defaultValue={draft.occurredOn}
          key={revision}
          label="发生日期"
          name="occurredOn"
          onText={(occurredOn) => set({ occurredOn })}
        />
      </div>
      <div className="grid gap-3.5 sm:grid-cols-3">
        <Combobox
          label="支出类型"
          name="type"
          onPick={onType}
          options={types}
          placeholder="输入或选择"
          value={draft.type}
        />
        {draft.kind === "CLAIM" && (
          <Select
            choices={methods}
            emptyLabel="请选择"
            label="付款方式"
            name="paymentMethod"
            onChange={(event) => set({ paymentMethod: methodOf(event.currentTarget.value) })}
            value={draft.paymentMethod}
          />
        )}
        <TextInput
          label={draft.kind === "CLAIM" ? "收款单位" : "拟付单位"}
          maxLength={120}
          name="payeeName"
          onChange={(event) => set({ payeeName: event.currentTarget.value })}
          optional={draft.kind === "REQUEST"}
          value={draft.payeeName}
        />
        {answers.map(({ fact, told }) => (
          <AnswerField
            fact={fact}
            key={fact.id}
            onText={(text) => set({ answers: { ...draft.answers, [fact.id]: text } })}
            text={draft.answers[fact.id] ?? ""}
            told={told}
          />
        ))}
      </div>
    </div>
  );
}

function methodOf(text: string): Draft["paymentMethod"] {
  return text === "TRANSFER" || text === "CHEQUE" || text === "CARD" || text === "CASH" ? text : "";
}
