"use client";

import type { DemoAccount } from "@/lib/server/demo-accounts";

type DemoAccountsProps = {
  accounts: readonly DemoAccount[];
  onPick: (account: DemoAccount) => void;
};

/** The demo district's accounts; picking one fills the form. */
export function DemoAccounts({ accounts, onPick }: DemoAccountsProps) {
  return (
    <details className="mt-6 border-t border-line pt-4">
      <summary className="text-act">演示账号（{accounts.length}个，点一行即填入）</summary>
      <div className="mt-3 max-h-80 overflow-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-ink-2">
              <th className="py-1 pr-3 font-normal">岗位</th>
              <th className="py-1 pr-3 font-normal">工会</th>
              <th className="py-1 font-normal">账号</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr className="border-t border-line" key={account.login}>
                <td className="py-1 pr-3">{account.role}</td>
                <td className="py-1 pr-3 text-ink-2">{account.union}</td>
                <td className="py-1">
                  <button
                    aria-label={`填入${account.role}的账号`}
                    className="text-act underline underline-offset-4"
                    onClick={() => onPick(account)}
                    type="button"
                  >
                    {account.login}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
