"use client";

import { useEffect, useRef } from "react";
import { isTyping } from "@/components/form/keys-help";
import { Icon } from "@/components/ui/icon";

type SearchBoxProps = {
  /** The page that shows what was found; the words go there as q. */
  action: string;
  placeholder: string;
  defaultValue?: string | undefined;
};

/** The search of the top bar; `/` leads to it from anywhere. */
export function SearchBox({ action, placeholder, defaultValue }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <search className="block">
      <form action={action} className="relative w-fit" method="get">
        <span className="pointer-events-none absolute inset-y-0 left-2 flex items-center text-ink-3">
          <Icon name="search" size={14} />
        </span>
        <input
          aria-keyshortcuts="/"
          aria-label={placeholder}
          autoComplete="off"
          className="w-60 rounded-chip border border-line bg-paper py-1 pr-6 pl-7 text-sm hover:border-edge focus:border-act max-xl:w-44"
          defaultValue={defaultValue}
          name="q"
          placeholder={placeholder}
          ref={input}
          type="search"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-2 flex items-center font-sans text-xs text-ink-3"
        >
          /
        </span>
      </form>
    </search>
  );
}
