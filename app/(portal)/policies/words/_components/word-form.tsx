"use client";

import { useState } from "react";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { groupsOf, listLabels } from "@/lib/policies/labels";
import { isInstrumentId, wordSeverities } from "@/lib/policies/model";
import { instruments } from "@/lib/policy/instruments";
import { severityLabels } from "@/lib/policy/severity";
import { addListEntryAction } from "../../actions";

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const documents = Object.keys(instruments)
  .filter(isInstrumentId)
  .map((id) => ({
    value: id,
    label: [instruments[id].name, instruments[id].docNo].filter(Boolean).join(" "),
  }));

/** Adds a word; what classes there are depends on the list. */
export function WordForm() {
  const [list, setList] = useState("BANNED_GOODS");
  return (
    <Form action={addListEntryAction} doneHref="/policies/words" label="增加词语">
      <div className="grid max-w-xl gap-4">
        <Select
          choices={choicesOf(listLabels)}
          label="词表"
          name="list"
          onChange={(event) => setList(event.currentTarget.value)}
          value={list}
        />
        <Select choices={choicesOf(groupsOf(list))} key={list} label="类别" name="group" />
        <TextInput label="词语" maxLength={30} name="word" />
        <TextInput
          hint="含有该词但不应算的词，用顿号隔开"
          label="例外"
          maxLength={300}
          name="except"
          optional
        />
        <Select
          choices={wordSeverities.map((value) => ({ value, label: severityLabels[value] }))}
          emptyLabel="请选择"
          label="结论"
          name="severity"
        />
        <Select choices={documents} emptyLabel="请选择" label="来源文件" name="instrument" />
        <DateInput label="生效日期" name="from" />
        <div>
          <SubmitButton>增加词语</SubmitButton>
        </div>
      </div>
    </Form>
  );
}
