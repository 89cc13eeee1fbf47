"use client";

import { useContext, useState } from "react";
import { FormContext, fieldId } from "@/components/form/form-context";
import { Button } from "@/components/ui/button";
import type { PersonChoice } from "@/lib/spending/reports/draft-choices";
import type { Draft } from "@/lib/spending/schema";
import { PastePeople } from "./paste-people";
import { PeopleDialog } from "./people-dialog";
import { PeopleList } from "./people-list";

type DraftPeopleProps = {
  people: Draft["people"];
  members: readonly PersonChoice[];
  /** Names of chosen persons who are no members on the day. */
  names: ReadonlyMap<string, string>;
  onPeople: (people: Draft["people"]) => void;
};

/** Who received or took part: everybody on the register at one press, chosen by name, or pasted. */
export function DraftPeople({ people, members, names, onPeople }: DraftPeopleProps) {
  const { formId, errors } = useContext(FormContext);
  const [dialog, setDialog] = useState<"CHOOSE" | "PASTE" | null>(null);
  const chosen = new Map(people.map((person) => [person.workerId, person]));
  const id = fieldId(formId, "people");
  const error = errors.get("people");

  /** Who stays keeps amount and signature. */
  const choose = (ids: readonly string[]) =>
    onPeople(ids.map((workerId) => chosen.get(workerId) ?? { workerId, amount: "", isSigned: false }));

  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="mr-1 text-ink-2">{people.length === 0 ? "尚未列名单" : `${people.length}人`}</span>
        <Button
          disabled={members.length === 0}
          id={id}
          onClick={() => choose(members.map((member) => member.id))}
          size="small"
        >
          全体在册会员（{members.length}人）
        </Button>
        <Button aria-haspopup="dialog" onClick={() => setDialog("CHOOSE")} size="small">
          选择
        </Button>
        <Button aria-haspopup="dialog" onClick={() => setDialog("PASTE")} size="small">
          粘贴名单
        </Button>
        {people.length > 0 && (
          <Button look="plain" onClick={() => onPeople([])} size="small">
            清空
          </Button>
        )}
      </div>
      {error !== undefined && <p className="mt-1 text-sm text-bad">✗ {error}</p>}
      {people.length > 0 && <PeopleList names={names} onPeople={onPeople} people={people} />}
      <PeopleDialog
        chosen={chosen}
        key={`choose-${dialog === "CHOOSE"}`}
        members={members}
        onChoose={(ids) => {
          choose(ids);
          setDialog(null);
        }}
        onClose={() => setDialog(null)}
        open={dialog === "CHOOSE"}
      />
      <PastePeople
        key={`paste-${dialog === "PASTE"}`}
        members={members}
        onClose={() => setDialog(null)}
        onFound={(found) =>
          onPeople([
            ...people.filter((person) => !found.some((each) => each.workerId === person.workerId)),
            ...found.map(({ workerId, amount }) => ({
              ...{ workerId, isSigned: chosen.get(workerId)?.isSigned ?? false },
              amount: amount === "" ? (chosen.get(workerId)?.amount ?? "") : amount,
            })),
          ])
        }
        open={dialog === "PASTE"}
      />
    </div>
  );
}
