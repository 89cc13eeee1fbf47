"use client";

import { useEffect, useRef, useState } from "react";
import { parseDate } from "@/lib/core/dates";
import type { DraftContext } from "@/lib/spending/model";
import type { Draft } from "@/lib/spending/schema";

const pauseMs = 400;

/** What the server must look up for a draft; while this text stays the same so does the answer. */
function questionOf(draft: Draft, unionId: number, documentId: string | null, papers: number): string {
  const numbers = draft.invoices.map((invoice) => invoice.number.trim()).filter((number) => number !== "");
  return JSON.stringify({
    papers,
    input: {
      unionId,
      documentId,
      occurredOn: parseDate(draft.occurredOn),
      people: draft.people.map((person) => person.workerId),
      invoiceNumbers: numbers,
      personIds: [draft.claimantId, draft.witnessId].filter((id) => id !== ""),
      requestId: draft.requestId === "" ? null : draft.requestId,
    },
  });
}

type Of = { unionId: number; documentId: string | null; papers: number };

/**
 * The facts only the server knows, asked for anew when the day, the people, the invoices or the papers change;
 * until then the last answer holds, and the caller can tell that it is being renewed.
 */
export function useDraftContext(draft: Draft, first: DraftContext, { unionId, documentId, papers }: Of) {
  const question = questionOf(draft, unionId, documentId, papers);
  const answered = useRef(question);
  const [context, setContext] = useState(first);
  const [state, setState] = useState<"FRESH" | "ASKING" | "FAILED">("FRESH");

  useEffect(() => {
    if (question === answered.current) return setState("FRESH");
    setState("ASKING");
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(question, stop.signal);
      if (stop.signal.aborted) return;
      if (answer === null) return setState("FAILED");
      answered.current = question;
      setContext(answer);
      setState("FRESH");
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [question]);

  return { context, state };
}

async function ask(question: string, signal: AbortSignal): Promise<DraftContext | null> {
  try {
    const response = await fetch("/api/v1/spending/draftContext", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(JSON.parse(question).input),
      signal,
    });
    if (!response.ok) return null;
    const { value }: { value: DraftContext } = await response.json();
    return value;
  } catch {
    // The line is broken or the question has been overtaken; the caller shows that the figures may be old.
    return null;
  }
}
