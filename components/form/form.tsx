"use client";

import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
  useTransition,
} from "react";
import { ErrorSummary } from "./error-summary";
import { FormContext, fieldId } from "./form-context";
import { readFields } from "./read-fields";

/** What came of a submission: the shape every command action answers with. */
export type FormResult = { ok: true; value?: unknown } | RefusedResult;

export type RefusedResult = {
  ok: false;
  /** What happened, in one sentence. */
  message: string;
  fields: readonly { path: string; message: string }[];
  /** The number to quote when asking for help. */
  reference?: string | undefined;
};

type FormProps = {
  /** Takes the fields as plain JSON and a key under which a second arrival is not stored twice. */
  action: (input: unknown, key: string) => Promise<FormResult>;
  label: string;
  children: ReactNode;
  /** Makes the input when the fields by their names are not it. */
  read?: ((data: FormData) => unknown) | undefined;
  /** Where to go once accepted; `:name` is taken from the answer, as in /ledger/:voucherId. */
  doneHref?: string | undefined;
  onAccepted?: ((value: unknown) => void) | undefined;
};

const noErrors: ReadonlyMap<string, string> = new Map();

/** A form that keeps what was typed after a refusal, names the faults on top and obeys Ctrl+S and Ctrl+Enter. */
export function Form({ action, label, children, read = readFields, doneHref, onAccepted }: FormProps) {
  const formId = useId();
  const router = useRouter();
  const [result, setResult] = useState<FormResult | null>(null);
  const [pending, startTransition] = useTransition();
  const key = useRef<string | null>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const button = pressedButton(event.nativeEvent);
    if (button?.name) data.append(button.name, button.value);
    startTransition(async () => {
      key.current ??= randomKey();
      const answer = await send(action, read(data), key.current);
      // Only an answer that never came leaves the key in place: then a second try must not count twice.
      if (answer !== unanswered) key.current = null;
      setResult(answer);
      if (!answer.ok) return;
      onAccepted?.(answer.value);
      if (doneHref !== undefined) router.push(fillIn(doneHref, answer.value));
    });
  };

  const refused = result?.ok === false ? result : null;
  const errors =
    refused === null ? noErrors : new Map(refused.fields.map(({ path, message }) => [path, message]));

  return (
    <FormContext value={{ formId, errors, pending, accepted: result?.ok === true }}>
      <form aria-busy={pending} aria-label={label} noValidate onKeyDown={pressByKey} onSubmit={submit}>
        {refused !== null && <ErrorSummary fieldIdOf={(path) => fieldId(formId, path)} result={refused} />}
        {children}
        <p className="sr-only" role="status">
          {pending ? "正在提交" : result?.ok === true ? "已保存" : ""}
        </p>
      </form>
    </FormContext>
  );
}

const unanswered: RefusedResult = { ok: false, message: "没有连上服务器，内容没有提交", fields: [] };

async function send(action: FormProps["action"], input: unknown, key: string): Promise<FormResult> {
  try {
    return await action(input, key);
  } catch (error) {
    // A TypeError is the browser's word for a broken connection; all else belongs to the framework.
    if (error instanceof TypeError) return unanswered;
    throw error;
  }
}

/** A key of 128 random bits; randomUUID is missing on the plain HTTP of an intranet. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

function fillIn(href: string, value: unknown): string {
  const known = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  return href.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(known.get(name) ?? "")));
}

function pressedButton(event: Event): HTMLButtonElement | null {
  return event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement
    ? event.submitter
    : null;
}

function pressByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  const wanted = event.key === "Enter" ? "submit" : event.key.toLowerCase() === "s" ? "save" : null;
  if (wanted === null) return;
  // The browser's own Ctrl+S would offer to store the page, which helps nobody here.
  event.preventDefault();
  const button = event.currentTarget.querySelector(`button[data-pressed-by="${wanted}"]`);
  if (button instanceof HTMLButtonElement && !button.disabled) event.currentTarget.requestSubmit(button);
}
