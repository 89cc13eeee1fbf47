"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type FormResult, randomKey } from "@/components/form/form";
import { type Draft, draftSchema } from "@/lib/spending/schema";
import { type DraftStart, isWorthKeeping } from "./draft-model";

/** Where the draft stands: kept on the server, changed since, on its way, or not accepted. */
export type KeepingState = "KEPT" | "CHANGED" | "SENDING" | "REFUSED";

type Save = (input: unknown, key: string) => Promise<FormResult>;
type Parcel = { key: string; text: string; input: unknown };

const pauseMs = 3_000;

/**
 * Keeps a draft on the server: after a pause in typing, on demand, one sending after the other. What the server has
 * not taken yet stands in this browser tab, over a lost session or a closed page too.
 */
export function useDraftKeeping(start: DraftStart, draft: Draft, save: Save, owner: string) {
  const place = useRef({ id: start.id, version: start.version });
  const newest = useRef(draft);
  const kept = useRef(JSON.stringify(start.draft));
  const unanswered = useRef<Parcel | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [state, setState] = useState<KeepingState>("KEPT");
  const [documentId, setDocumentId] = useState(start.id);
  const [refusal, setRefusal] = useState<string | null>(null);
  const spare = `draft:${owner}:spending-${start.id ?? `new-${start.draft.kind}`}`;

  useEffect(() => {
    newest.current = draft;
  });

  const send = useCallback(async (): Promise<FormResult> => {
    const text = JSON.stringify(newest.current);
    if (unanswered.current === null && text === kept.current && place.current.id !== null)
      return { ok: true, value: place.current };
    setState("SENDING");
    // A sending whose answer was lost goes out once more as it was, so that it is never stored twice.
    const parcel = unanswered.current ?? {
      ...{ key: randomKey(), text },
      input: { unionId: start.unionId, ...place.current, draft: newest.current },
    };
    unanswered.current = parcel;
    const result = atFields(await sent(save, parcel));
    if (result !== lost) unanswered.current = null;
    if (result.ok) {
      const answer = new Map(Object.entries(Object(result.value)));
      place.current = { id: String(answer.get("id")), version: Number(answer.get("version")) };
      kept.current = parcel.text;
      setDocumentId(place.current.id);
      showAddress(place.current.id);
      sessionStorage.removeItem(spare);
      if (parcel.text !== text) return send();
    }
    setRefusal(result.ok ? null : result.message);
    setState(!result.ok ? "REFUSED" : text === JSON.stringify(newest.current) ? "KEPT" : "CHANGED");
    return result;
  }, [save, spare, start.unionId]);

  /** Sends what has been typed by now; two at a time never meet. */
  const keep = useCallback((): Promise<FormResult> => {
    const next = queue.current.then(send);
    queue.current = next.catch(() => null);
    return next;
  }, [send]);

  useEffect(() => {
    const text = JSON.stringify(draft);
    if (text === kept.current) return;
    setState((now) => (now === "SENDING" ? now : "CHANGED"));
    sessionStorage.setItem(spare, text);
    if (!isWorthKeeping(draft)) return;
    const timer = setTimeout(keep, pauseMs);
    return () => clearTimeout(timer);
  }, [draft, keep, spare]);

  useEffect(() => {
    if (state === "KEPT") return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Chromium 90 asks only when this is set.
      event.returnValue = true;
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [state]);

  return { documentId, place, state, refusal, keep, spare };
}

const lost: FormResult = { ok: false, message: "没有连上服务器，内容留在本页", fields: [] };

async function sent(save: Save, { input, key }: Parcel): Promise<FormResult> {
  try {
    return await save(input, key);
  } catch (error) {
    // A TypeError is the browser's word for a broken connection; all else belongs to the framework.
    if (error instanceof TypeError) return lost;
    throw error;
  }
}

/** A new document gets its own address once it has one, so that a reload finds it again. */
function showAddress(id: string | null): void {
  const path = `/spending/${id}/edit`;
  if (window.location.pathname !== path) window.history.replaceState(null, "", path);
}

/** A draft that a closed page or a lost session left behind in this tab; null when there is none. */
export function leftBehind(spare: string): Draft | null {
  const text = sessionStorage.getItem(spare);
  if (text === null) return null;
  const read = draftSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

/** The server speaks of draft.title where the form has a field title. */
export function atFields(result: FormResult): FormResult {
  if (result.ok) return result;
  const fields = result.fields.map((field) => ({ ...field, path: field.path.replace(/^draft\./, "") }));
  return { ...result, fields };
}
