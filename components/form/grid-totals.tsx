import { classNames } from "@/components/ui/class-names";
import { formatYuan, parseYuan } from "@/lib/core/money";
import { type GridColumn, type GridRow, isNumeric } from "./grid-cell";

type GridTotalsProps = {
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  note: string | undefined;
};

/** The last line of a grid: what its money columns add up to; an amount that cannot be read counts as nothing. */
export function GridTotals({ columns, rows, note }: GridTotalsProps) {
  if (!columns.some((column) => column.total)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) => (
          <td
            className={classNames(
              "px-2.5 py-2.5",
              isNumeric(column) ? "text-right font-semibold" : "text-ink-2",
            )}
            data-label={column.total ? column.label : undefined}
            data-phone={index === 0 ? "bare" : column.total ? undefined : "hidden"}
            key={column.key}
          >
            {index === 0 && (
              <span className="whitespace-nowrap">
                合计{note !== undefined && <span className="ml-3.5">{note}</span>}
              </span>
            )}
            {column.total && formatYuan(columnTotal(rows, column.key))}
          </td>
        ))}
        <td data-phone="hidden" />
      </tr>
    </tfoot>
  );
}

function columnTotal(rows: readonly GridRow[], key: string): bigint {
  return rows.reduce((total, row) => total + (parseYuan(row[key] ?? "") ?? 0n), 0n);
}
