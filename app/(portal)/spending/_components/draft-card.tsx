"use client";

import { type DragEvent, type ReactNode, useState } from "react";
import { Textarea } from "@/components/form/textarea";
import { Button } from "@/components/ui/button";
import { addAttachmentAction, removeAttachmentAction } from "../actions";
import { DraftFoot } from "./draft-foot";
import { DraftHead } from "./draft-head";
import { DraftInvoices } from "./draft-invoices";
import { DraftLines } from "./draft-lines";
import type { DraftChoices, Paper } from "./draft-model";
import { DraftPapers, dueKinds, otherPapers } from "./draft-papers";
import { DraftPeople } from "./draft-people";
import { DraftPersons } from "./draft-persons";
import { DropDialog } from "./drop-dialog";
import type { Attach } from "./paper-row";
import type { DraftWork } from "./use-draft";

/** Everything one fills in, on one card; files may be dropped anywhere on it. */
export function DraftCard({ work, choices }: { work: DraftWork; choices: DraftChoices }) {
  const { draft, set, context, papers, setPapers, revision, verdict } = work;
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [incoming, setIncoming] = useState<{ kind: string; files: readonly File[] }>({ kind: "", files: [] });
  const names = new Map([
    ...choices.members.map(({ id, name }): [string, string] => [id, name]),
    ...context.people.map(({ workerId, name }): [string, string] => [workerId, name]),
  ]);
  const missing = new Set(verdict?.findings.flatMap((finding) => finding.missing.map(({ id }) => id)));
  const asked = missing.has("meetingMinuteId") ? ["会议纪要"] : [];
  const asksAsset =
    draft.type === "CAPEX" ||
    draft.lines.some((line) => line.asset !== "" || line.accountCode.startsWith("507")) ||
    missing.has("itemKind");

  const drop = (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") setDropped([...event.dataTransfer.files]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to drop a file; each row below has its own button
    <div
      className="min-w-0 rounded-card border border-line bg-paper px-4 pt-4.5 sm:px-5 [&_:is(input,select,textarea,button)]:scroll-mb-28"
      onDragOver={drop}
      onDrop={drop}
    >
      {work.isRestored && <Restored onUndo={work.undoRestore} />}
      <DraftHead answers={work.answers} draft={draft} onType={work.setType} revision={revision} set={set} />
      <div className="mt-4">
        <DraftLines asksAsset={asksAsset} draft={draft} key={revision} onLines={(lines) => set({ lines })} />
      </div>
      <Part title="附件">
        <DraftPapers
          asked={asked}
          attach={attachTo(work)}
          incoming={incoming}
          onPapers={setPapers}
          papers={papers}
          remove={removeFrom(work)}
          type={draft.type}
        />
      </Part>
      {draft.kind === "CLAIM" && (
        <Part title="发票">
          <DraftInvoices
            invoices={draft.invoices}
            onInvoices={(invoices) => set({ invoices })}
            union={{ name: context.unionName, taxNo: context.unionTaxNo }}
          />
        </Part>
      )}
      <Part title="享受、参加人员">
        <DraftPeople
          members={choices.members}
          names={names}
          onPeople={(people) => set({ people })}
          people={draft.people}
        />
      </Part>
      <Part title="经办与证明">
        <DraftPersons choices={choices} draft={draft} set={set} />
      </Part>
      {(verdict?.conclusion === "APPROVAL" || draft.reason !== "") && (
        <Part title="需审批事项">
          <Textarea
            hint="随单据列给主席和经审委员"
            label="理由"
            maxLength={2000}
            name="reason"
            onChange={(event) => set({ reason: event.currentTarget.value })}
            value={draft.reason}
          />
        </Part>
      )}
      <DraftFoot work={work} />
      <DropDialog
        files={dropped}
        kinds={[...dueKinds(draft.type).keys(), ...asked, otherPapers]}
        onClose={() => setDropped([])}
        onKind={(kind) => {
          setIncoming({ kind, files: dropped });
          setDropped([]);
        }}
      />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4 border-t border-line pt-3.5">
      <h2 className="mb-2 text-sm font-semibold text-ink-2">{title}</h2>
      {children}
    </section>
  );
}

function Restored({ onUndo }: { onUndo: () => void }) {
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3 rounded-control bg-act-soft px-3 py-2" role="status">
      已恢复上次没有来得及保存的内容。
      <Button look="plain" onClick={onUndo} size="small">
        放弃恢复
      </Button>
    </p>
  );
}

/** A paper belongs to a document, so a new draft is kept before its first paper. */
function attachTo({ keeping }: DraftWork): Attach {
  return async ({ kind, fileName, sizeBytes, ticket }) => {
    const kept = keeping.place.current.id === null ? await keeping.keep() : null;
    if (kept?.ok === false) return kept.message;
    const documentId = keeping.place.current.id;
    const answer = await addAttachmentAction({ documentId, kind, fileName, ticket });
    if (!answer.ok) return answer.message;
    const id = new Map(Object.entries(Object(answer.value))).get("id");
    return { id: String(id), kind, fileName, mime: "", sizeBytes, isLocked: false };
  };
}

function removeFrom({ keeping }: DraftWork): (paper: Paper) => Promise<string | null> {
  return async (paper) => {
    const documentId = keeping.place.current.id;
    const answer = await removeAttachmentAction({ documentId, attachmentId: paper.id });
    return answer.ok ? null : answer.message;
  };
}
