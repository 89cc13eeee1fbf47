"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  size?: "normal" | "wide" | undefined;
  /** An alert has no close cross: one of its buttons must be chosen. Esc still leaves it. */
  alert?: boolean | undefined;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  footer,
  size = "normal",
  alert = false,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open === open) return;
    if (!open) return element.close();
    const before = document.activeElement;
    element.showModal();
    // Chromium 90 does not give the focus back by itself.
    const giveBack = () => before instanceof HTMLElement && before.focus();
    element.addEventListener("close", giveBack, { once: true });
  }, [open]);

  return (
    <dialog
      aria-labelledby={titleId}
      className={classNames(
        "fixed inset-0 m-auto h-fit max-h-[85vh] w-[calc(100vw-32px)] overflow-auto rounded-card border border-line bg-paper",
        size === "wide" ? "max-w-3xl" : "max-w-lg",
      )}
      onClose={onClose}
      ref={dialog}
      role={alert ? "alertdialog" : undefined}
    >
      <div className="flex items-center justify-between gap-4 border-b border-line px-5 py-3">
        <h2 className="text-card font-semibold" id={titleId}>
          {title}
        </h2>
        {!alert && (
          <button
            aria-label="关闭"
            className="-mr-2 rounded-control p-2 text-ink-2 hover:bg-ground"
            onClick={onClose}
            type="button"
          >
            <Icon name="cross" />
          </button>
        )}
      </div>
      <div className="px-5 py-4">{children}</div>
      {footer !== undefined && (
        <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
      )}
    </dialog>
  );
}
