import { Combobox } from "@/components/form/combobox";
import { Select } from "@/components/form/select";
import type { Draft } from "@/lib/spending/schema";
import type { DraftChoices } from "./draft-model";

type DraftPersonsProps = {
  draft: Draft;
  choices: DraftChoices;
  set: (change: Partial<Draft>) => void;
};

/** Who answers for it and who witnesses it, and the request it carries out. */
export function DraftPersons({ draft, choices, set }: DraftPersonsProps) {
  const persons = choices.persons.map(({ id, name, note }) => ({
    value: id,
    label: note === "" ? name : `${name}（${note}）`,
  }));
  return (
    <div className="grid gap-3.5 sm:grid-cols-3">
      <Combobox
        label="经办人"
        name="claimantId"
        onPick={(claimantId) => set({ claimantId })}
        options={persons}
        value={draft.claimantId}
      />
      <Combobox
        hint="与经办人不是同一人"
        label="证明人"
        name="witnessId"
        onPick={(witnessId) => set({ witnessId })}
        options={persons.filter((person) => person.value !== draft.claimantId)}
        value={draft.witnessId}
      />
      {draft.kind === "CLAIM" && choices.requests.length > 0 && (
        <Select
          choices={choices.requests.map(({ id, label }) => ({ value: id, label }))}
          emptyLabel="没有"
          label="对应的事前申请"
          name="requestId"
          onChange={(event) => set({ requestId: event.currentTarget.value })}
          optional
          value={draft.requestId}
        />
      )}
    </div>
  );
}
