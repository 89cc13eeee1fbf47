"use client";

import { type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { FormContext, fieldId } from "./form-context";
import { GridCell, type GridColumn, type GridRow, isNumeric } from "./grid-cell";
import { GridTotals } from "./grid-totals";
import { jsonSuffix } from "./read-fields";

type LineGridProps = {
  /** The rows go out under this name, as a list of objects by column key. */
  name: string;
  label: string;
  columns: readonly GridColumn[];
  initialRows?: readonly GridRow[] | undefined;
  /** Works out cells that follow from others, after every change. */
  settle?: ((row: GridRow) => GridRow) | undefined;
  onRows?: ((rows: readonly GridRow[]) => void) | undefined;
  /** Stands beside 合计, for example the sum in words. */
  totalNote?: string | undefined;
};

/** Lines entered from the keyboard alone: Enter goes on and opens a new line at the end, `..` copies from above. */
export function LineGrid(props: LineGridProps) {
  const { name, label, columns, initialRows = [{}], settle, onRows, totalNote } = props;
  const [rows, setRows] = useState<readonly GridRow[]>(initialRows);
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<string | null>(null);
  const { formId, errors } = useContext(FormContext);
  const editable = columns.filter((column) => !column.kind.startsWith("shown"));

  const cellId = (row: number, key: string) => fieldId(formId, `${name}.${row}.${key}`);
  const change = (next: readonly GridRow[]) => {
    setRows(next);
    onRows?.(next);
  };
  const write = (row: number, key: string, text: string) => {
    const copied = text === ".." && row > 0 ? (rows[row - 1]?.[key] ?? "") : text;
    const written = { ...rows[row], [key]: copied };
    change(rows.map((old, index) => (index === row ? (settle?.(written) ?? written) : old)));
  };
  const remove = (row: number) => {
    change(rows.length === 1 ? [{}] : rows.filter((_, index) => index !== row));
    wanted.current = cellId(Math.max(0, row - 1), editable[0]?.key ?? "");
  };

  // A line that was just opened gets the focus once it stands on the page.
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });

  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, key: string) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey) return;
    const focus = (toRow: number, toKey: string | undefined) => {
      event.preventDefault();
      document.getElementById(cellId(toRow, toKey ?? ""))?.focus();
    };
    if (event.key === "ArrowDown") return focus(row + 1, key);
    if (event.key === "ArrowUp") return focus(row - 1, key);
    if (event.key !== "Enter") return;
    const next = editable[editable.findIndex((column) => column.key === key) + 1];
    if (next !== undefined) return focus(row, next.key);
    if (row < rows.length - 1) return focus(row + 1, editable[0]?.key);
    event.preventDefault();
    wanted.current = cellId(row + 1, editable[0]?.key ?? "");
    // The cell that Enter left has its own change on the way, so the line is added to the newest rows.
    setRows((newest) => [...newest, {}]);
  };

  return (
    <div>
      <table aria-label={label} className="stacked-table grid-lines w-full" ref={table}>
        <thead>
          <tr className="border-b border-line text-sm text-ink-2">
            {columns.map((column) => (
              <th
                className={classNames("px-2.5 py-2", isNumeric(column) && "text-right")}
                key={column.key}
                scope="col"
              >
                {column.label}
              </th>
            ))}
            <th className="w-8" scope="col">
              <span className="sr-only">删除</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place and has no other name
            <tr className="border-b border-line" key={index}>
              {columns.map((column) => (
                <GridCell
                  column={column}
                  error={errors.get(`${name}.${index}.${column.key}`)}
                  id={cellId(index, column.key)}
                  key={column.key}
                  label={`第${index + 1}行${column.label}`}
                  onKeyDown={(event) => move(event, index, column.key)}
                  onText={(text) => write(index, column.key, text)}
                  placeholder={index === 0 ? column.placeholder : undefined}
                  text={row[column.key] ?? ""}
                />
              ))}
              <td className="text-right" data-label="">
                <button
                  aria-label={`删除第${index + 1}行`}
                  className="rounded-control p-1.5 text-ink-3 hover:bg-ground hover:text-bad"
                  onClick={() => remove(index)}
                  type="button"
                >
                  <Icon name="cross" size={14} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
        <GridTotals columns={columns} note={totalNote} rows={rows} />
      </table>
      <button
        className="mt-2 inline-flex items-center gap-1 rounded-control px-2.5 py-1 text-sm text-act hover:bg-act-soft"
        onClick={() => {
          wanted.current = cellId(rows.length, editable[0]?.key ?? "");
          change([...rows, {}]);
        }}
        type="button"
      >
        <Icon name="plus" size={14} />
        添加一行
      </button>
      <input
        data-drafted=""
        name={`${name}${jsonSuffix}`}
        onInput={(event) => change(JSON.parse(event.currentTarget.value))}
        readOnly
        type="hidden"
        value={JSON.stringify(rows.filter((row) => Object.values(row).some((text) => text.trim() !== "")))}
      />
    </div>
  );
}
