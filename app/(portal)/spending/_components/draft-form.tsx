"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/form/form";
import type { PolicyDataJson } from "@/lib/policies/model";
import { submitDocumentAction } from "../actions";
import { DraftCard } from "./draft-card";
import type { DraftChoices, DraftStart } from "./draft-model";
import { DraftVerdict } from "./draft-verdict";
import { useDraft } from "./use-draft";
import { atFields } from "./use-draft-keeping";

export type DraftFormProps = {
  start: DraftStart;
  choices: DraftChoices;
  policy: PolicyDataJson;
  /** Whose draft it is: on a shared computer nobody meets what another has typed. */
  owner: string;
};

/** The form of a request or a claim, with its verdict beside it at every key. */
export function DraftForm(props: DraftFormProps) {
  const router = useRouter();
  const work = useDraft(props);
  const { draft, keeping } = work;

  /** What was typed is kept first, so that the command judges exactly what stands here. */
  const send = async (intent: unknown, key: string) => {
    const kept = await keeping.keep();
    if (!kept.ok || intent !== "submit") return kept;
    return atFields(await submitDocumentAction(keeping.place.current, key));
  };
  const leave = (value: unknown) => {
    const answer = new Map(Object.entries(Object(value)));
    if (answer.has("state")) router.push(`/spending/${answer.get("id")}`);
  };

  return (
    <Form
      action={send}
      label={draft.kind === "REQUEST" ? "事前申请" : "报销单"}
      onAccepted={leave}
      read={(data) => data.get("intent")}
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px] xl:grid-cols-[minmax(0,1fr)_404px]">
        <DraftCard choices={props.choices} work={work} />
        <DraftVerdict
          isRenewing={work.contextState === "ASKING"}
          onPatch={work.patch}
          verdict={work.verdict}
        />
      </div>
    </Form>
  );
}
