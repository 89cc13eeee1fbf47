"use client";

import { useState } from "react";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { MoneyInput } from "@/components/form/money-input";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/page/card";
import { formatYuan, parseYuan } from "@/lib/core/money";
import { setOpeningAction } from "../actions";

type Side = "DEBIT" | "CREDIT";

type OpeningFormProps = {
  unionId: number;
  asOf: string;
  accounts: readonly { code: string; fullName: string; side: Side }[];
  rows: readonly { accountCode: string; side: Side; amountFen: bigint }[];
};

/** Opening balances account by account, each on the account's own side; a minus is the other side. */
export function OpeningForm({ unionId, asOf, accounts, rows }: OpeningFormProps) {
  const known = new Map(rows.map((row) => [row.accountCode, row]));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      accounts.flatMap(({ code, side }) => {
        const row = known.get(code);
        return row === undefined
          ? []
          : [[code, formatYuan(row.side === side ? row.amountFen : -row.amountFen)]];
      }),
    ),
  );
  const totalOf = (side: Side) =>
    accounts
      .filter((account) => account.side === side)
      .reduce((sum, { code }) => sum + (parseYuan(texts[code] ?? "") ?? 0n), 0n);
  const gap = totalOf("DEBIT") - totalOf("CREDIT");
  const filled = accounts.filter(({ code }) => (texts[code] ?? "").trim() !== "");
  return (
    <Card title="逐科目录入">
      <Form
        action={setOpeningAction}
        label="期初余额"
        read={(data) => ({
          unionId,
          asOf: data.get("asOf"),
          lines: filled.map(({ code, side }) => ({
            accountCode: code,
            [side === "DEBIT" ? "debit" : "credit"]: texts[code],
          })),
        })}
      >
        <div className="mb-3 max-w-48">
          <DateInput defaultValue={asOf} label="启用日期" name="asOf" />
        </div>
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {accounts
            .filter(({ code }) => /^[123]/.test(code))
            .map(({ code, fullName, side }) => (
              <MoneyInput
                key={code}
                label={`${code} ${fullName}（${side === "DEBIT" ? "借" : "贷"}）`}
                name={`account-${code}`}
                onText={(text) => setTexts((all) => ({ ...all, [code]: text }))}
                optional
                value={texts[code] ?? ""}
              />
            ))}
        </div>
        <p className={`my-3 ${gap === 0n ? "text-ok" : "text-bad"}`} role="status">
          借方 {formatYuan(totalOf("DEBIT"))}，贷方 {formatYuan(totalOf("CREDIT"))}，
          {gap === 0n ? "✓ 平" : `✗ 差额 ${formatYuan(gap > 0n ? gap : -gap)}`}
        </p>
        <SubmitButton pressedBy="save">保存期初余额</SubmitButton>
      </Form>
    </Card>
  );
}
