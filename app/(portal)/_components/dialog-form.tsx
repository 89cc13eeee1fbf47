"use client";

import type { ReactNode } from "react";
import { Form, type FormResult } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonLook } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";

type DialogFormProps = {
  label: string;
  title: string;
  /** What goes out besides the fields: the ids of the record. */
  fixed?: Record<string, string | number> | undefined;
  action: (input: unknown, key: string) => Promise<FormResult>;
  submitLabel: string;
  look?: ButtonLook | undefined;
  size?: "small" | "normal" | undefined;
  /** Keeps the dialog open after success, to show what came of it. */
  stays?: boolean | undefined;
  onAccepted?: ((value: unknown) => void) | undefined;
  children: ReactNode;
};

/** A button that opens a short form in a dialog; it closes when the form is accepted. */
export function DialogForm(props: DialogFormProps) {
  const {
    label,
    title,
    fixed = {},
    action,
    submitLabel,
    look,
    size,
    stays = false,
    onAccepted,
    children,
  } = props;
  const accepted = (value: unknown) => {
    onAccepted?.(value);
    const open = document.querySelector("dialog[open]");
    if (!stays && open instanceof HTMLDialogElement) open.close();
  };
  return (
    <DialogButton label={label} look={look} size={size} title={title}>
      <Form
        action={(input, key) => action({ ...Object(input), ...fixed }, key)}
        label={title}
        onAccepted={accepted}
      >
        <div className="space-y-4">
          {children}
          <SubmitButton>{submitLabel}</SubmitButton>
        </div>
      </Form>
    </DialogButton>
  );
}
