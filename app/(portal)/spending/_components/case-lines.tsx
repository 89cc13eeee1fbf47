import { Card } from "@/components/page/card";
import { Money } from "@/components/page/money";
import { PlainTable } from "@/components/page/plain-table";
import { chineseAmount } from "@/lib/core/chinese-number";
import { parseYuan } from "@/lib/core/money";
import { accountOf } from "@/lib/spending/facts/lines";
import { spendingAccounts } from "@/lib/spending/types-of-spending";
import type { CaseFile } from "./case-file";

const names = new Map(spendingAccounts.map(({ code, name }) => [code, name.split("—").at(-1) ?? name]));

/** What was bought, line by line, with the sum in words. */
export function CaseLines({ file: { draft, amountFen } }: { file: CaseFile }) {
  return (
    <Card flush title="明细">
      <PlainTable
        caption="支出明细"
        columns={[
          { key: "name", label: "明细" },
          { key: "account", label: "科目" },
          { key: "quantity", label: "数量", align: "end" },
          { key: "unitPrice", label: "单价", align: "end" },
          { key: "amount", label: "金额（元）", align: "end" },
        ]}
        rows={draft.lines.map((line, index) => {
          const code = accountOf(draft, line);
          return {
            key: String(index),
            cells: [
              line.name,
              `${code} ${names.get(code) ?? ""}`,
              line.quantity || "—",
              <Money fen={parseYuan(line.unitPrice)} key="unitPrice" />,
              <Money fen={parseYuan(line.amount)} key="amount" />,
            ],
          };
        })}
        titleKey="name"
        totals={[
          <span key="words">
            合计　<span className="font-normal text-ink-2">{chineseAmount(amountFen)}</span>
          </span>,
          "",
          "",
          "",
          <Money fen={amountFen} key="total" strong />,
        ]}
      />
    </Card>
  );
}
