import { Tabs } from "@/components/ui/tabs";

const books = [
  { key: "vouchers", label: "凭证", href: "/ledger" },
  { key: "accounts", label: "明细账与日记账", href: "/ledger/accounts" },
  { key: "general", label: "总账", href: "/ledger/general" },
  { key: "trial-balance", label: "试算平衡表", href: "/ledger/trial-balance" },
  { key: "periods", label: "月份与导出", href: "/ledger/periods" },
  { key: "opening", label: "期初余额", href: "/ledger/opening" },
] as const;

/** The way between vouchers and books. */
export function BooksTabs({ current }: { current: (typeof books)[number]["key"] }) {
  return (
    <div className="mb-4 border-b border-line">
      <Tabs current={current} items={books} label="凭证与账簿" />
    </div>
  );
}
