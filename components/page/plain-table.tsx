import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type PlainColumn = { key: string; label: string; align?: "start" | "end" | undefined };

type PlainTableProps = {
  caption: string;
  columns: readonly PlainColumn[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** The last row, in bold. */
  totals?: readonly ReactNode[] | undefined;
  /** The column that heads a row's card on a phone. */
  titleKey?: string | undefined;
};

/** A short table inside a card or on a printed sheet, without a toolbar. */
export function PlainTable({ caption, columns, rows, totals, titleKey }: PlainTableProps) {
  const cellOf = (column: PlainColumn, content: ReactNode) => (
    <td
      className={classNames(column.align === "end" && "text-right whitespace-nowrap")}
      data-label={column.label}
      data-phone={phoneRole(column, content, titleKey)}
      key={column.key}
    >
      {content}
    </td>
  );
  return (
    <table className="data-table stacked-table w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, align }) => (
            <th
              className={classNames("text-sm whitespace-nowrap text-ink-2", align === "end" && "text-right")}
              key={key}
              scope="col"
            >
              {label === "" ? <span className="sr-only">状态</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>{columns.map((column, index) => cellOf(column, cells[index]))}</tr>
        ))}
      </tbody>
      {totals !== undefined && (
        <tfoot>
          <tr className="font-semibold">{columns.map((column, index) => cellOf(column, totals[index]))}</tr>
        </tfoot>
      )}
    </table>
  );
}

/** On a phone an empty cell would be a label without anything behind it. */
function phoneRole({ key, label }: PlainColumn, content: ReactNode, titleKey: string | undefined) {
  if (content === "") return "hidden";
  return key === titleKey ? "title" : label === "" ? "bare" : undefined;
}
