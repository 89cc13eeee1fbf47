import type { ReactNode } from "react";

type PrintSheetProps = {
  title: string;
  /** Whose paper it is. */
  issuer?: string | undefined;
  number?: string | undefined;
  date?: string | undefined;
  children: ReactNode;
  /** Who signs, left to right. */
  signatures?: readonly { label: string; name?: string | undefined }[] | undefined;
  /** Leaves room for a round seal beside the signatures. */
  seal?: boolean | undefined;
  footnote?: string | undefined;
};

/** An A4 paper as it leaves the printer; on the screen it is shown as the sheet it will be. */
export function PrintSheet(props: PrintSheetProps) {
  const { title, issuer, number, date, children, signatures = [], seal = false, footnote } = props;
  return (
    <article className="mx-auto max-w-[210mm] border border-line bg-paper px-[16mm] py-[18mm] max-sm:px-4 max-sm:py-6 print:max-w-none print:border-0 print:p-0 [&:not(:last-child)]:break-after-page">
      <header className="mb-5 text-center">
        {issuer !== undefined && <p>{issuer}</p>}
        <h1 className="text-title font-semibold tracking-wider">{title}</h1>
        {(number !== undefined || date !== undefined) && (
          <p className="mt-2 flex justify-between text-sm">
            <span>{number !== undefined && `编号：${number}`}</span>
            <span>{date}</span>
          </p>
        )}
      </header>
      {children}
      {signatures.length > 0 && (
        <footer className="mt-8 flex break-inside-avoid flex-wrap items-end justify-between gap-x-6 gap-y-8">
          {signatures.map(({ label, name }) => (
            <p className="min-w-36 flex-1 border-b border-ink pb-1" key={label}>
              {label}：{name}
            </p>
          ))}
          {seal && (
            <div className="flex h-[38mm] w-[42mm] items-center justify-center rounded-control border border-dashed border-edge text-sm text-ink-2">
              （盖章）
            </div>
          )}
        </footer>
      )}
      {footnote !== undefined && <p className="mt-4 text-xs text-ink-2">{footnote}</p>}
    </article>
  );
}

type PrintTableProps = {
  head: readonly { label: string; align?: "start" | "end" | "center" | undefined }[];
  rows: readonly (readonly ReactNode[])[];
};

const alignments = {
  start: "text-left",
  end: "text-right whitespace-nowrap",
  center: "text-center",
} as const;

/** A table with full lines, as forms on paper have them. */
export function PrintTable({ head, rows }: PrintTableProps) {
  return (
    <table className="w-full border border-ink text-sm [&_td]:border [&_td]:border-ink [&_td]:px-2 [&_td]:py-1.5 [&_th]:border [&_th]:border-ink [&_th]:px-2 [&_th]:py-1.5 [&_th]:text-center [&_th]:font-semibold">
      <thead>
        <tr>
          {head.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed row is known by its place
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a printed cell is known by its place
              <td className={alignments[head[column]?.align ?? "start"]} key={column}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
