"use client";

import { type ReactNode, useRef } from "react";
import { Icon } from "@/components/ui/icon";

/** The navigation on a phone: a button, and a sheet from the left that closes when a place is chosen. */
export function Drawer({ children }: { children: ReactNode }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const closeOnChoice = (target: EventTarget) => {
    // A click on the dialog itself fell on the dark ground beside the sheet.
    if (target === sheet.current || (target instanceof Element && target.closest("a")))
      sheet.current?.close();
  };
  return (
    <div className="lg:hidden print:hidden">
      <button
        aria-haspopup="dialog"
        className="-ml-2 flex items-center gap-1.5 rounded-control p-2 font-medium"
        onClick={() => sheet.current?.showModal()}
        type="button"
      >
        <Icon name="menu" size={18} />
        菜单
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link arrives as a click, and Esc closes by itself */}
      <dialog
        aria-label="菜单"
        className="fixed inset-y-0 right-auto left-0 m-0 h-full max-h-none w-64 max-w-none overflow-auto bg-paper"
        onClick={(event) => closeOnChoice(event.target)}
        ref={sheet}
      >
        <div className="min-h-full">
          <div className="flex justify-end px-2 pt-2">
            <button
              aria-label="关闭菜单"
              className="rounded-control p-2 text-ink-2 hover:bg-ground"
              onClick={() => sheet.current?.close()}
              type="button"
            >
              <Icon name="cross" size={18} />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </div>
  );
}
