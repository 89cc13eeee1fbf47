import type { ComboboxOption } from "@/components/form/combobox-options";
import type { listAccounts } from "@/lib/ledger/queries";

type Named = Pick<Account, "code" | "fullName" | "initials" | "aliases">;
type Account = Awaited<ReturnType<typeof listAccounts.run>>["accounts"][number];

/** The accounts one may enter on, as a chooser takes them; former names are search words. */
export function leafOptions(accounts: readonly Account[]): ComboboxOption[] {
  return accounts.filter((account) => account.isLeaf).map(optionOf);
}

/** An account with its search words. */
export function optionOf({ code, fullName, initials, aliases }: Named): ComboboxOption & { code: string } {
  return { value: code, code, label: fullName, initials, words: aliases.join(" ") };
}
