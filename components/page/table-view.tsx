"use client";

import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { useRemembered } from "./use-remembered";

type ViewColumn = { key: string; label: string; fixed: boolean };

type TableViewProps = {
  /** Under this name the browser remembers the choices. */
  id: string;
  /** None where there is nothing to arrange. */
  columns: readonly ViewColumn[];
  toolbar: ReactNode;
  actions: ReactNode;
  children: ReactNode;
};

/** The part of a table that is one's own taste: how dense, and which columns. */
export function TableView({ id, columns, toolbar, actions, children }: TableViewProps) {
  const [density, setDensity] = useRemembered("table-density", "normal");
  const [hiddenKeys, setHiddenKeys] = useRemembered(`table-hidden:${id}`, "");
  const hidden = hiddenKeys.split(" ").filter(Boolean);
  const positions = columns.flatMap(({ key }, index) => (hidden.includes(key) ? [index + 1] : []));
  const compact = density === "compact";

  const toggle = (key: string) =>
    setHiddenKeys((hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]).join(" "));

  return (
    <div data-density={density} data-hide={positions.join(" ")}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4.5 py-2.5 print:hidden">
        <div className="flex min-w-0 flex-wrap items-center gap-2">{toolbar}</div>
        <div className="flex flex-wrap items-center gap-2">
          {columns.length > 0 && (
            <div className="flex gap-2 max-sm:hidden">
              <button
                aria-pressed={compact}
                className={`${buttonClasses("secondary", "small")} aria-pressed:bg-act-soft aria-pressed:text-act`}
                onClick={() => setDensity(compact ? "normal" : "compact")}
                type="button"
              >
                紧凑
              </button>
              <ColumnMenu columns={columns} hidden={hidden} id={id} onToggle={toggle} />
            </div>
          )}
          {actions}
        </div>
      </div>
      {children}
    </div>
  );
}

type ColumnMenuProps = {
  id: string;
  columns: readonly ViewColumn[];
  hidden: readonly string[];
  onToggle: (key: string) => void;
};

function ColumnMenu({ id, columns, hidden, onToggle }: ColumnMenuProps) {
  return (
    <Menu className={buttonClasses("secondary", "small")} label="列" purpose="选择显示的列" side="end">
      {columns.map(({ key, label, fixed }) => (
        <label className="flex items-center gap-2 px-3.5 py-1" htmlFor={`${id}-column-${key}`} key={key}>
          <input
            checked={!hidden.includes(key)}
            className="h-4 w-4 accent-act"
            disabled={fixed}
            id={`${id}-column-${key}`}
            onChange={() => onToggle(key)}
            type="checkbox"
          />
          {label}
        </label>
      ))}
    </Menu>
  );
}
