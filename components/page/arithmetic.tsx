import type { ReactNode } from "react";

export type ArithmeticRow = { label: ReactNode; value: ReactNode };

/** A sum laid open on a grey ground: what goes in, line by line, and what comes out. */
export function Arithmetic({
  rows,
  result,
}: {
  rows: readonly ArithmeticRow[];
  result?: ArithmeticRow | undefined;
}) {
  return (
    <dl className="rounded-control bg-ground px-3 py-2 text-sm print:border print:border-line">
      {rows.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sum keep their places
        <div className="flex justify-between gap-4" key={index}>
          <dt>{label}</dt>
          <dd className="text-right whitespace-nowrap">{value}</dd>
        </div>
      ))}
      {result !== undefined && (
        <div className="mt-1.5 flex justify-between gap-4 border-t border-line pt-1.5 font-semibold">
          <dt>{result.label}</dt>
          <dd className="text-right whitespace-nowrap">{result.value}</dd>
        </div>
      )}
    </dl>
  );
}
