"use client";

import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";

type RewritingInputProps = Omit<ComponentProps<"input">, "value" | "defaultValue" | "onChange" | "style"> & {
  /** The written form of what was typed, or null when it cannot be read. */
  rewrite: (text: string) => string | null;
  /** What is wrong with text that cannot be read. */
  complaint: string;
  /** Whether typing shows the written form below, as a sum does. */
  previews?: ((text: string) => boolean) | undefined;
  defaultValue?: string | undefined;
  value?: string | undefined;
  /** Called on every key with the text as typed, and once more with its written form. */
  onText?: ((text: string) => void) | undefined;
};

/** A text control that answers while one types and puts its text into the written form when it is left. */
export function RewritingInput(props: RewritingInputProps) {
  const {
    rewrite,
    complaint,
    previews,
    defaultValue = "",
    value,
    onText,
    onBlur,
    onKeyDown,
    ...rest
  } = props;
  const [own, setOwn] = useState(defaultValue);
  const [left, setLeft] = useState(false);
  const text = value ?? own;
  const written = text.trim() === "" ? "" : rewrite(text);
  const unread = left && written === null;

  const change = (next: string) => {
    setOwn(next);
    onText?.(next);
  };
  const settle = () => {
    setLeft(true);
    if (written !== null && written !== text) change(written);
  };
  // The form reads the control at once on Enter and Ctrl+S, before the control has been left.
  const settleOnKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const leaves = event.key === "Enter" || (event.ctrlKey && event.key.toLowerCase() === "s");
    if (leaves && !event.nativeEvent.isComposing) flushSync(settle);
    onKeyDown?.(event);
  };

  return (
    <>
      <input
        {...rest}
        aria-invalid={unread ? true : rest["aria-invalid"]}
        autoComplete="off"
        onBlur={(event) => {
          settle();
          onBlur?.(event);
        }}
        onChange={(event) => {
          setLeft(false);
          change(event.currentTarget.value);
        }}
        onKeyDown={settleOnKey}
        type="text"
        value={text}
      />
      {unread && (
        <p className="mt-1 text-sm text-bad" role="alert">
          ✗ {complaint}
        </p>
      )}
      {!left && previews?.(text) && written !== null && (
        <p className="mt-1 text-right text-sm text-ink-2" role="status">
          ＝ {written}
        </p>
      )}
    </>
  );
}
