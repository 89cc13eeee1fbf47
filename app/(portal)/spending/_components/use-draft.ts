"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { policyDataSchema } from "@/lib/policies/model";
import { type Fact, factValue } from "@/lib/policy/facts";
import { applyPatch, askedFacts, judgeDraft } from "@/lib/spending/facts";
import { peopleFacts } from "@/lib/spending/facts/people";
import type { DraftContext } from "@/lib/spending/model";
import { spendingFacts } from "@/lib/spending/rules/facts";
import type { Draft } from "@/lib/spending/schema";
import { isSpendingType, spendingTypes } from "@/lib/spending/types-of-spending";
import { saveDraftAction } from "../actions";
import type { DraftFormProps } from "./draft-form";
import { isAnswered, type Paper } from "./draft-model";
import { useDraftContext } from "./use-draft-context";
import { leftBehind, useDraftKeeping } from "./use-draft-keeping";

export type DraftWork = ReturnType<typeof useDraft>;

/** The draft while somebody works on it: what is typed, what the rules say of it, and where it is kept. */
export function useDraft({ start, policy: policyJson, owner }: DraftFormProps) {
  const [draft, setDraft] = useState(start.draft);
  const [revision, setRevision] = useState(0);
  const [papers, setPapers] = useState<readonly Paper[]>(start.papers);
  const [isRestored, setRestored] = useState(false);
  const keeping = useDraftKeeping(start, draft, saveDraftAction, owner);
  const { documentId, spare } = keeping;
  const { context, state: contextState } = useDraftContext(draft, start.context, {
    ...{ unionId: start.unionId, documentId, papers: papers.length },
  });
  const policy = useMemo(() => policyDataSchema.parse(policyJson), [policyJson]);
  const judged = useDeferredValue(draft);
  const verdict = useMemo(
    () => (judged.type === "" ? null : judgeDraft(judged, context, policy)),
    [judged, context, policy],
  );

  /** Puts another draft in place of the typed one; fields with a memory of their own begin anew. */
  const replace = (next: Draft) => {
    setDraft(next);
    setRevision((count) => count + 1);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what stood in the tab when the page opened
  useEffect(() => {
    const left = leftBehind(spare);
    if (left === null || left.kind !== start.draft.kind) return;
    replace(left);
    setRestored(true);
  }, []);

  return {
    ...{ start, draft, revision, papers, setPapers, context, contextState, verdict, keeping, isRestored },
    answers: answersOf(draft, context, verdict?.findings.flatMap((finding) => finding.missing) ?? []),
    set: (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change })),
    setType: (type: string) => replace(withType(draft, type)),
    patch: (key: string) => replace(applyPatch(draft, readPatch(key))),
    undoRestore: () => {
      replace(start.draft);
      setRestored(false);
    },
  };
}

/** The account follows the kind of spending where nobody has chosen another one. */
function withType(draft: Draft, type: string): Draft {
  const accountOf = (each: string) => (isSpendingType(each) ? spendingTypes[each].accountCode : "");
  const before = accountOf(draft.type);
  return {
    ...draft,
    type,
    lines: draft.lines.map((line) =>
      line.accountCode === before ? { ...line, accountCode: accountOf(type) } : line,
    ),
  };
}

/**
 * The facts to be answered for a draft: those its kind asks for, those a rule misses, and those answered before.
 * What the list of people tells is shown and not asked.
 */
function answersOf(draft: Draft, context: DraftContext, missing: readonly { id: string }[]) {
  const wanted = new Set([
    ...askedFacts(draft.type).map((fact) => fact.id),
    ...missing.map(({ id }) => id).filter(isAnswered),
    ...Object.keys(draft.answers).filter((id) => draft.answers[id] !== "" && isAnswered(id)),
  ]);
  const told = peopleFacts(draft, context, askedFacts(draft.type));
  return allFacts
    .filter((fact) => wanted.has(fact.id))
    .map((fact) => {
      const value = factValue(told, fact.id);
      return { fact, told: value === undefined ? undefined : fact.display(value) };
    });
}

const allFacts: readonly Fact[] = Object.values(spendingFacts);

function readPatch(key: string): Record<string, string> {
  const patch: unknown = JSON.parse(key);
  return Object.fromEntries(Object.entries(Object(patch)).map(([id, text]) => [id, String(text)]));
}
