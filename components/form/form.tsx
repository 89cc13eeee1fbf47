"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useId,
} from "react";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

export type FieldProblem = { name: string; label: string; message: string };

/** What came of a submission; null before the first. */
export type FormResult =
  | { ok: true; message?: string | undefined }
  | {
      ok: false;
      /** What happened, in one sentence. */
      message: string;
      problems?: readonly FieldProblem[] | undefined;
      /** The number to quote when asking for help. */
      reference?: string | undefined;
    }
  | null;

type FormProps = {
  action: (previous: FormResult, data: FormData) => Promise<FormResult>;
  label: string;
  children: ReactNode;
};

const noErrors: ReadonlyMap<string, string> = new Map();

/** A form that keeps what was typed after a refusal, names the faults on top and obeys Ctrl+S and Ctrl+Enter. */
export function Form({ action, label, children }: FormProps) {
  const formId = useId();
  const [result, send, pending] = useActionState(action, null);

  // Sent by hand: React empties a form after an action of its own, and a refusal must not cost a word.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const button = pressedButton(event.nativeEvent);
    if (button?.name) data.append(button.name, button.value);
    startTransition(() => send(data));
  };

  const problems = result?.ok === false ? (result.problems ?? []) : [];
  const errors =
    problems.length === 0 ? noErrors : new Map(problems.map(({ name, message }) => [name, message]));

  return (
    <FormContext value={{ formId, errors, pending, accepted: result?.ok === true }}>
      <form
        action={send}
        aria-busy={pending}
        aria-label={label}
        className="relative"
        noValidate
        onKeyDown={pressByKey}
        onSubmit={submit}
      >
        {result?.ok === false && <ErrorSummary formId={formId} result={result} />}
        {children}
        <p className="sr-only" role="status">
          {pending ? "正在提交" : result?.ok === true ? (result.message ?? "已保存") : ""}
        </p>
      </form>
    </FormContext>
  );
}

function pressedButton(event: Event): HTMLButtonElement | null {
  return event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement
    ? event.submitter
    : null;
}

function pressByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  const key = event.key === "Enter" ? "submit" : event.key.toLowerCase() === "s" ? "save" : null;
  if (key === null) return;
  // The browser's own Ctrl+S would offer to store the page, which helps nobody here.
  event.preventDefault();
  const button = event.currentTarget.querySelector(`button[data-pressed-by="${key}"]`);
  if (button instanceof HTMLButtonElement && !button.disabled) event.currentTarget.requestSubmit(button);
}
