import { Money } from "@/components/page/money";
import { chineseAmount } from "@/lib/core/chinese-number";
import { formatYuan } from "@/lib/core/money";
import { type GridRow, totalsOf } from "./grid-rows";

/** What the lines add up to, in figures and words, and whether both sides agree. */
export function GridTotals({ rows }: { rows: readonly GridRow[] }) {
  const { debitFen, creditFen } = totalsOf(rows);
  const gap = debitFen - creditFen;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-1.5 py-2.5">
      <span>
        合计 <span className="ml-2 text-ink-2">{chineseAmount(debitFen)}</span>
      </span>
      <span className="flex flex-wrap gap-x-5" role="status">
        <span>
          借方 <Money fen={debitFen} strong />
        </span>
        <span>
          贷方 <Money fen={creditFen} strong />
        </span>
        {debitFen === 0n && creditFen === 0n ? null : gap === 0n ? (
          <span className="text-ok">✓ 平</span>
        ) : (
          <span className="text-bad">
            ✗ {gap > 0n ? "借方多" : "贷方多"} {formatYuan(gap > 0n ? gap : -gap)}
          </span>
        )}
      </span>
    </div>
  );
}
