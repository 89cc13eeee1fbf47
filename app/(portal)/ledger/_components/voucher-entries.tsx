import { Money } from "@/components/page/money";
import { PlainTable } from "@/components/page/plain-table";
import { TextLink } from "@/components/ui/text-link";
import { chineseAmount } from "@/lib/core/chinese-number";
import { signedFen, sumsOf } from "@/lib/ledger/model";
import type { VoucherSheet } from "@/lib/ledger/queries";
import { hrefOf } from "./ledger-place";

/** The entries of a voucher with their total in figures and words; each account leads to its book. */
export function VoucherEntries({ voucher }: { voucher: VoucherSheet }) {
  const { debitFen, creditFen } = sumsOf(voucher.lines);
  const month = voucher.month;
  return (
    <PlainTable
      caption="分录"
      columns={[
        { key: "summary", label: "摘要" },
        { key: "account", label: "会计科目" },
        { key: "debit", label: "借方金额", align: "end" },
        { key: "credit", label: "贷方金额", align: "end" },
      ]}
      rows={voucher.lines.map((line) => ({
        key: String(line.lineNumber),
        cells: [
          line.summary,
          <TextLink
            href={hrefOf("/ledger/accounts", { accountCode: line.accountCode, from: month, to: month })}
            key="account"
          >
            {`${line.accountName}（${line.accountCode}）`}
          </TextLink>,
          <Money fen={line.side === "DEBIT" ? signedFen(line) : null} key="debit" />,
          <Money fen={line.side === "CREDIT" ? signedFen(line) : null} key="credit" />,
        ],
      }))}
      titleKey="summary"
      totals={[
        "合计",
        chineseAmount(debitFen),
        <Money fen={debitFen} key="debit" />,
        <Money fen={creditFen} key="credit" />,
      ]}
    />
  );
}
