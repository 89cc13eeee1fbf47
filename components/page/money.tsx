import { formatYuan } from "@/lib/core/money";

/** An amount in yuan from fen: negatives red with a minus, nothing known as a dash and never as zero. */
export function Money({
  fen,
  strong = false,
}: {
  fen: bigint | null | undefined;
  strong?: boolean | undefined;
}) {
  if (fen === null || fen === undefined) {
    return (
      <span className="text-ink-3">
        <span aria-hidden="true">—</span>
        <span className="sr-only">无</span>
      </span>
    );
  }
  const weight = strong ? "font-semibold" : "";
  return (
    <span className={`whitespace-nowrap ${fen < 0n ? "text-bad" : ""} ${weight}`}>{formatYuan(fen)}</span>
  );
}
