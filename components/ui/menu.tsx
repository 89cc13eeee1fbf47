"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type MenuProps = {
  label: ReactNode;
  children: ReactNode;
  /** The look of the closed menu; text by default. */
  className?: string | undefined;
  /** Which side of the label the panel keeps to. */
  side?: "start" | "end" | undefined;
  /** Tells what the label alone does not, for example 切换单位. */
  purpose?: string | undefined;
};

/** A menu that works before any script has loaded; the script adds closing by Esc, by choice and by a click elsewhere. */
export function Menu({ label, children, className, side = "start", purpose }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target))
        element.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, []);

  const closeOnEscape = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== "Escape" || !event.currentTarget.open) return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };
  const closeOnChoice = (target: EventTarget) => {
    if (menu.current !== null && target instanceof Element && target.closest("a") !== null)
      menu.current.open = false;
  };

  return (
    <details
      className="relative"
      onClick={(event) => closeOnChoice(event.target)}
      onKeyDown={closeOnEscape}
      ref={menu}
    >
      <summary className={classNames("flex items-center gap-1 whitespace-nowrap hover:text-act", className)}>
        {purpose !== undefined && <span className="sr-only">{purpose}：</span>}
        {label}
        <Icon name="down" size={12} />
      </summary>
      <div
        className={classNames(
          "absolute top-full z-30 mt-1.5 max-h-[70vh] min-w-44 overflow-auto rounded-control border border-line bg-paper py-1 text-ink",
          side === "end" ? "right-0" : "left-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}
