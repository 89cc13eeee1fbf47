"use client";

import { useState } from "react";
import { Card } from "@/components/page/card";
import { StatusBadge } from "@/components/page/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { addPaperAction, removePaperAction } from "../actions";
import type { Paper } from "./draft-model";
import { DraftPapers } from "./draft-papers";
import type { Attach } from "./paper-row";

type CasePapersProps = {
  documentId: string;
  type: string;
  papers: readonly Paper[];
  checklist: readonly { name: string; dueLabel: string; isThere: boolean }[];
  /** Whether this person may still add papers. */
  isOpen: boolean;
};

const nothing = { kind: "", files: [] };

/** The papers of a document against its checklist; those due later are added here. */
export function CasePapers({ documentId, type, papers: given, checklist, isOpen }: CasePapersProps) {
  const [papers, setPapers] = useState(given);
  const open = checklist.filter((each) => !each.isThere);
  const attach: Attach = async ({ kind, fileName, sizeBytes, ticket }) => {
    const answer = await addPaperAction({ documentId, kind, fileName, ticket });
    if (!answer.ok) return answer.message;
    const id = new Map(Object.entries(Object(answer.value))).get("id");
    return { id: String(id), kind, fileName, mime: "", sizeBytes, isLocked: false };
  };
  const remove = async (paper: Paper) => {
    const answer = await removePaperAction({ documentId, attachmentId: paper.id });
    return answer.ok ? null : answer.message;
  };
  return (
    <Card aside={open.length === 0 ? "已齐" : `还缺${open.map((each) => each.name).join("、")}`} title="材料">
      <div id="papers" />
      {isOpen ? (
        <DraftPapers
          asked={[]}
          attach={attach}
          incoming={nothing}
          onPapers={setPapers}
          papers={papers}
          remove={remove}
          type={type}
        />
      ) : (
        <ul className="space-y-1.5">
          {open.map(({ name, dueLabel }) => (
            <li className="flex items-center gap-2" key={name}>
              {name}
              <StatusBadge icon="circle" label={`${dueLabel}备齐`} tone="unknown" />
            </li>
          ))}
          {papers.map((paper) => (
            <li className="flex flex-wrap items-center gap-2" key={paper.id}>
              {paper.kind}
              <TextLink download href={`/api/files/${paper.id}`}>
                {paper.fileName}
              </TextLink>
            </li>
          ))}
          {papers.length + open.length === 0 && <li className="text-ink-2">没有附件。</li>}
        </ul>
      )}
    </Card>
  );
}
