import type { ReactNode } from "react";
import { FilterChip, type FilterChipItem } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination, type Paging } from "@/components/ui/pagination";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { TableView } from "./table-view";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end" | undefined;
  /** What stands in the totals row. */
  total?: ReactNode;
  /** Cannot be put away. */
  fixed?: boolean | undefined;
  /** On a phone: the head of the row's card, without its label, or left out. */
  phone?: "title" | "bare" | "hidden" | undefined;
  sort?: { href: string; direction: "ascending" | "descending" | "none" } | undefined;
};

type DataTableProps<Row> = {
  /** A name of its own per table: column choices are remembered under it. */
  id: string;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty: ReactNode;
  tabs?: { items: readonly TabItem[]; current: string } | undefined;
  filters?: readonly FilterChipItem[] | undefined;
  /** Takes away all filters. */
  clearHref?: string | undefined;
  /** Fields to filter by, at the left of the toolbar. */
  search?: ReactNode;
  actions?: ReactNode;
  /** The file with exactly what is on the screen. */
  exportHref?: string | undefined;
  paging?: Paging | undefined;
  totalsLabel?: string | undefined;
};

/** The one list of the portal: at most sixteen columns can be put away by choice. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, columns, rows, empty, tabs, paging, search, filters = [], actions } = props;
  const arrangeable = rows.length === 0 ? [] : columns;
  const bare = rows.length === 0 && search === undefined && filters.length === 0 && actions === undefined;
  return (
    <section aria-label={caption} className="min-w-0 rounded-card border border-line bg-paper">
      {tabs !== undefined && (
        <div className="border-b border-line px-4.5 print:hidden">
          <Tabs current={tabs.current} items={tabs.items} label={caption} />
        </div>
      )}
      {bare ? (
        empty
      ) : (
        <TableView
          actions={<Actions {...props} />}
          columns={arrangeable.map(({ key, label, fixed = false }) => ({ key, label, fixed }))}
          id={id}
          toolbar={<Toolbar {...props} />}
        >
          <div className="border-t border-line">{rows.length === 0 ? empty : <Rows {...props} />}</div>
        </TableView>
      )}
      {paging !== undefined && rows.length > 0 && (
        <div className="border-t border-line px-4.5 py-2.5">
          <Pagination {...paging} />
        </div>
      )}
    </section>
  );
}

function Rows<Row>({ caption, columns, rows, rowKey, totalsLabel = "合计" }: DataTableProps<Row>) {
  return (
    <table className="data-table stacked-table w-full">
      <caption className="sr-only">{caption}</caption>
      <Head columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr className="hover:bg-ground" key={rowKey(row)}>
            {columns.map((column) => (
              <td
                className={classNames("align-top", column.align === "end" && "text-right whitespace-nowrap")}
                data-label={column.label}
                data-phone={column.phone}
                key={column.key}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <Totals columns={columns} label={totalsLabel} />
    </table>
  );
}

function Toolbar<Row>({ search, filters = [], clearHref }: DataTableProps<Row>) {
  return (
    <>
      {search}
      {filters.map((filter) => (
        <FilterChip key={`${filter.label}${filter.value}`} {...filter} />
      ))}
      {filters.length > 1 && clearHref !== undefined && (
        <TextLink className="text-sm text-act hover:underline" href={clearHref}>
          清除全部
        </TextLink>
      )}
    </>
  );
}

function Actions<Row>({ exportHref, rows, actions }: DataTableProps<Row>) {
  return (
    <>
      {exportHref !== undefined && rows.length > 0 && (
        <LinkButton download href={exportHref} size="small">
          <Icon name="download" size={14} />
          导出表格
        </LinkButton>
      )}
      {actions}
    </>
  );
}

function Head<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead className="z-10 bg-paper sm:sticky sm:top-13 print:static">
      <tr>
        {columns.map(({ key, label, align, sort }) => (
          <th
            aria-sort={sort?.direction}
            className={classNames("text-sm whitespace-nowrap text-ink-2", align === "end" && "text-right")}
            key={key}
            scope="col"
          >
            {sort === undefined ? (
              label
            ) : (
              <TextLink className="hover:text-act" href={sort.href}>
                {label}
                {sort.direction === "none" ? "" : sort.direction === "ascending" ? " ↑" : " ↓"}
              </TextLink>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Totals<Row>({ columns, label }: { columns: readonly Column<Row>[]; label: string }) {
  if (!columns.some((column) => column.total !== undefined)) return null;
  return (
    <tfoot>
      <tr className="font-semibold">
        {columns.map(({ key, label: columnLabel, align, total }, index) => (
          <td
            className={classNames(align === "end" && "text-right whitespace-nowrap")}
            data-label={index === 0 ? undefined : columnLabel}
            data-phone={index > 0 && total === undefined ? "hidden" : undefined}
            key={key}
          >
            {total ?? (index === 0 ? label : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
