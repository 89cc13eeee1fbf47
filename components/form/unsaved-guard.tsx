"use client";

import { useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type DraftField, putBackDraft, takeDraft } from "./draft-fields";
import { FormContext } from "./form-context";

type UnsavedGuardProps = {
  /** Which form and which record, for example expense-new. */
  name: string;
  /** Whose draft it is: on a shared computer nobody meets what another has typed. */
  owner: string;
};

/** Keeps what is typed into the form around it until it is accepted, over a lost session or a closed page too. */
export function UnsavedGuard({ name, owner }: UnsavedGuardProps) {
  const { accepted, pending } = useContext(FormContext);
  const marker = useRef<HTMLDivElement>(null);
  const dirty = useRef(false);
  const sent = useRef(false);
  const [restored, setRestored] = useState(false);
  const key = `draft:${owner}:${name}`;

  useEffect(() => {
    const form = marker.current?.closest("form");
    if (!form) return;
    dropForeignDrafts(owner);
    const draft = readDraft(key);
    if (draft !== null) {
      putBackDraft(form, draft);
      setRestored(true);
    }
    const keep = () => {
      dirty.current = true;
      sessionStorage.setItem(key, JSON.stringify(takeDraft(form)));
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (!dirty.current) return;
      event.preventDefault();
      // Chromium 90 asks only when this is set.
      event.returnValue = true;
    };
    form.addEventListener("input", keep);
    window.addEventListener("beforeunload", warn);
    return () => {
      form.removeEventListener("input", keep);
      window.removeEventListener("beforeunload", warn);
      // A form that was sent and then left the page was accepted, unless it was left for the sign-in page.
      if (sent.current && !window.location.pathname.startsWith("/login")) sessionStorage.removeItem(key);
    };
  }, [key, owner]);

  useEffect(() => {
    sent.current = pending;
    if (!accepted) return;
    dirty.current = false;
    setRestored(false);
    sessionStorage.removeItem(key);
  }, [accepted, pending, key]);

  const discard = () => {
    dirty.current = false;
    sessionStorage.removeItem(key);
    window.location.reload();
  };

  return (
    <div ref={marker}>
      {restored && (
        <div
          className="mb-4 flex flex-wrap items-center justify-between gap-2 rounded-card border border-line bg-act-soft px-4 py-2"
          role="status"
        >
          <span>已恢复上次没有提交的内容，请核对后继续。</span>
          <Button look="plain" onClick={discard} size="small">
            放弃并重填
          </Button>
        </div>
      )}
    </div>
  );
}

function readDraft(key: string): DraftField[] | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : JSON.parse(kept);
}

function dropForeignDrafts(owner: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("draft:") && !key.startsWith(`draft:${owner}:`)) sessionStorage.removeItem(key);
  }
}
