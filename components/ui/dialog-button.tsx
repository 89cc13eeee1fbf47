"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonLook, type ButtonSize } from "./button";
import { Dialog } from "./dialog";

type DialogButtonProps = {
  label: ReactNode;
  title: string;
  children: ReactNode;
  look?: ButtonLook | undefined;
  size?: ButtonSize | undefined;
  dialogSize?: "normal" | "wide" | undefined;
};

/** A button that opens a dialog, for pages drawn on the server; what is inside begins anew each time it opens. */
export function DialogButton({ label, title, children, look, size, dialogSize }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" look={look} onClick={() => setOpen(true)} size={size}>
        {label}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} size={dialogSize} title={title}>
        {open && children}
      </Dialog>
    </>
  );
}
