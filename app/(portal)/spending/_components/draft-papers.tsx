"use client";

import { useContext, useState } from "react";
import { FormContext, fieldId } from "@/components/form/form-context";
import { checklistOf, type DueStage, dueStageLabels } from "@/lib/spending/rules/checklist";
import type { Paper } from "./draft-model";
import { type Attach, PaperRow } from "./paper-row";

export const otherPapers = "其他材料";

type DraftPapersProps = {
  type: string;
  /** Kinds asked for beside the list, as minutes are for a large amount. */
  asked: readonly string[];
  papers: readonly Paper[];
  attach: Attach;
  /** Changes the newest list: two files may arrive at once. */
  onPapers: (change: (papers: readonly Paper[]) => readonly Paper[]) => void;
  remove: (paper: Paper) => Promise<string | null>;
  /** Files dropped on the page for one kind. */
  incoming: { kind: string; files: readonly File[] };
};

const none: readonly File[] = [];

/** The papers a kind of spending asks for, each with when it is due; a file may be dropped on its row. */
export function DraftPapers({ type, asked, papers, attach, onPapers, remove, incoming }: DraftPapersProps) {
  const { formId } = useContext(FormContext);
  const [failure, setFailure] = useState<string | null>(null);
  const due = dueKinds(type);
  const extra = papers.map((paper) => paper.kind).filter((kind) => !due.has(kind) && kind !== otherPapers);
  const kinds = [...new Set([...due.keys(), ...asked, ...extra, otherPapers])];
  return (
    <div id={fieldId(formId, "papers")} tabIndex={-1}>
      <ul className="rounded-control border border-line">
        {kinds.map((kind) => (
          <PaperRow
            attach={attach}
            due={dueOf(due.get(kind))}
            incoming={incoming.kind === kind ? incoming.files : none}
            key={kind}
            kind={kind}
            onAttached={(paper) => onPapers((all) => [...all, paper])}
            onRemove={async (paper) => {
              const refusal = await remove(paper);
              setFailure(refusal);
              if (refusal === null) onPapers((all) => all.filter((other) => other.id !== paper.id));
            }}
            papers={papers.filter((paper) => paper.kind === kind)}
          />
        ))}
      </ul>
      {failure !== null && <p className="mt-1 text-sm text-bad">✗ {failure}</p>}
    </div>
  );
}

/** The kinds of paper with the stage at which each is due. */
export function dueKinds(type: string): ReadonlyMap<string, DueStage> {
  const { SUBMIT, PAYMENT, ARCHIVE } = checklistOf(type);
  return new Map([
    ...SUBMIT.map((kind): [string, DueStage] => [kind, "SUBMIT"]),
    ...PAYMENT.map((kind): [string, DueStage] => [kind, "PAYMENT"]),
    ...ARCHIVE.map((kind): [string, DueStage] => [kind, "ARCHIVE"]),
  ]);
}

function dueOf(stage: DueStage | undefined) {
  if (stage === undefined) return null;
  return { label: `${dueStageLabels[stage]}备齐`, tone: stage === "SUBMIT" ? "warn" : "unknown" } as const;
}
