"use client";

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { type ComboboxOption, labelOf, matching } from "./combobox-options";
import { controlClasses } from "./field";

type ComboboxControlProps = Pick<
  ComponentProps<"input">,
  "id" | "aria-label" | "aria-describedby" | "aria-invalid" | "aria-required" | "placeholder" | "disabled"
> & {
  options: readonly ComboboxOption[];
  value: string;
  onPick: (value: string) => void;
  /** The code stands in the list only, where the box is narrow. */
  codeInList?: boolean | undefined;
  className?: string | undefined;
  /** Keys the list has no use for, so that a grid can move on. */
  onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
};

/** The text box and list of a combobox: search by code, characters or initials; keys as the ARIA pattern has them. */
export function ComboboxControl({
  options,
  value,
  onPick,
  codeInList = false,
  className,
  onKeyDown,
  ...input
}: ComboboxControlProps) {
  const listId = useId();
  const chosen = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = open ? matching(options, typed ?? "") : [];

  const show = (text: string | null) => {
    setTyped(text);
    setOpen(true);
    setActive(text === null && chosen !== undefined ? matching(options, "").indexOf(chosen) : 0);
  };
  const close = () => {
    setTyped(null);
    setOpen(false);
  };
  const pick = (option: ComboboxOption | undefined) => {
    if (option !== undefined) onPick(option.value);
    close();
  };
  // Leaving takes the one that is left; among several it takes none, lest a wrong one slips in unseen.
  const leave = () => {
    if (typed?.trim() === "") onPick("");
    else if (typed !== null && found.length === 1) onPick(found[0]?.value ?? "");
    close();
  };
  const moveTo = (index: number) => {
    setActive(index);
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  };

  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method uses Enter and the arrows for its own candidates; 229 is how older engines say so.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : found.length - 1;
      if (!open) show(null);
      else if (found.length > 0) moveTo((active + step) % found.length);
      return;
    }
    if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    if (event.key === "Enter" && open) {
      event.preventDefault();
      pick(found[active]);
    }
    onKeyDown?.(event);
  };

  return (
    <div className="relative">
      <input
        {...input}
        aria-activedescendant={open && found[active] !== undefined ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={open}
        autoComplete="off"
        className={className ?? controlClasses}
        onBlur={leave}
        onChange={(event) => show(event.currentTarget.value)}
        onClick={() => open || show(null)}
        onKeyDown={handleKey}
        role="combobox"
        type="text"
        value={typed ?? (codeInList ? (chosen?.label ?? "") : labelOf(chosen))}
      />
      <div
        aria-label="可选项"
        className={classNames(
          "absolute top-full left-0 z-20 mt-1 max-h-72 w-max max-w-[90vw] min-w-full overflow-auto rounded-control border border-edge bg-paper py-1",
          !open && "hidden",
        )}
        id={listId}
        ref={list}
        role="listbox"
      >
        {found.map((option, index) => (
          <div
            aria-selected={index === active}
            className={classNames(
              "flex cursor-pointer gap-3 px-2.5 py-1",
              index === active && "bg-act-soft text-act",
            )}
            id={`${listId}-${index}`}
            key={option.value}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(option);
            }}
            role="option"
            tabIndex={-1}
          >
            {option.code !== undefined && <span className="text-ink-2">{option.code}</span>}
            {option.label}
          </div>
        ))}
        {open && found.length === 0 && (
          <div className="px-2.5 py-1 text-ink-2">没有找到，可换编码、汉字或首字母</div>
        )}
      </div>
    </div>
  );
}
