import { formatYuan } from "@/lib/core/money";
import { signedFen } from "@/lib/ledger/model";
import { getVoucher, type VoucherSheet } from "@/lib/ledger/queries";
import type { Actor } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import type { GridRow } from "./grid-rows";

/** The lines of a voucher as the grid shows them. */
export function rowsOf(voucher: Pick<VoucherSheet, "lines">): GridRow[] {
  return voucher.lines.map((line) => {
    const amount = formatYuan(signedFen(line));
    return {
      summary: line.summary,
      accountCode: line.accountCode,
      debit: line.side === "DEBIT" ? amount : "",
      credit: line.side === "CREDIT" ? amount : "",
    };
  });
}

/** The lines of another voucher, for a new one like it; its day, number and papers are not copied. */
export async function rowsToCopy(actor: Actor, voucherId: string): Promise<GridRow[]> {
  return rowsOf(await readForPage(actor, getVoucher, { voucherId }));
}
