import { buttonClasses } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { hrefOf } from "./ledger-place";

type AccountChooserProps = {
  accounts: readonly { code: string; fullName: string }[];
  chosen: string;
  from: string;
  to: string;
};

const box = "rounded-control border border-edge bg-paper px-2.5 py-1";

/** Which account's book is opened, over which months. */
export function AccountChooser({ accounts, chosen, from, to }: AccountChooserProps) {
  return (
    <form action="/ledger/accounts" className="flex flex-wrap items-center gap-2" method="get">
      <label className="sr-only" htmlFor="account">
        科目
      </label>
      <select className={`${box} max-w-full`} defaultValue={chosen} id="account" name="accountCode">
        {accounts.map((account) => (
          <option key={account.code} value={account.code}>
            {account.code} {account.fullName}
          </option>
        ))}
      </select>
      <input
        aria-label="起月"
        className={`${box} w-24`}
        defaultValue={from}
        name="from"
        placeholder="2026-01"
        type="text"
      />
      <span className="text-ink-2">至</span>
      <input
        aria-label="止月"
        className={`${box} w-24`}
        defaultValue={to}
        name="to"
        placeholder="2026-09"
        type="text"
      />
      <button className={buttonClasses("secondary", "small")} type="submit">
        查看
      </button>
      <LinkButton href={hrefOf("/ledger/accounts", { accountCode: "101", from, to })} size="small">
        现金日记账
      </LinkButton>
      <LinkButton href={hrefOf("/ledger/accounts", { accountCode: "102", from, to })} size="small">
        银行日记账
      </LinkButton>
    </form>
  );
}
