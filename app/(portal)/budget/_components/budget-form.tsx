"use client";

import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import type { GridColumn } from "@/components/form/grid-cell";
import { LineGrid } from "@/components/form/line-grid";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { Card } from "@/components/page/card";
import { formatYuan } from "@/lib/core/money";
import { enterBudgetAction } from "../actions";

type BudgetFormProps = {
  unionId: number;
  year: number;
  today: string;
  owner: string;
  accounts: readonly { code: string; fullName: string; initials: string; aliases: readonly string[] }[];
  /** The income in force, of which only the total is kept; null where nothing has been approved. */
  incomeFen: bigint | null;
  /** What is in force now, to be changed. */
  lines: readonly { accountCode: string; approvedFen: bigint }[];
};

/** The approved budget, typed in line by line. */
export function BudgetForm(props: BudgetFormProps) {
  const { unionId, year, today, owner, accounts, incomeFen, lines } = props;
  return (
    <Form
      action={enterBudgetAction}
      doneHref={`/budget?unionId=${unionId}&year=${year}`}
      label="批复预算"
      read={(data) => ({
        ...{ unionId, year, approvedOn: textOf(data, "approvedOn"), approvalNo: textOf(data, "approvalNo") },
        ...{ income: rowsOf(data, "income"), lines: rowsOf(data, "lines") },
      })}
    >
      <UnsavedGuard name={`budget-${unionId}-${year}`} owner={owner} />
      <div className="max-w-3xl space-y-4">
        <Card>
          <div className="grid gap-3.5 sm:grid-cols-3">
            <DateInput defaultValue={today} label="批复日期" name="approvedOn" />
            <TextInput label="批复文号" maxLength={60} name="approvalNo" optional />
          </div>
        </Card>
        <Card
          aside={
            incomeFen === null ? undefined : `现行合计${formatYuan(incomeFen)}元，请按调整后的批复逐行填写`
          }
          title="收入预算"
        >
          <LineGrid columns={columnsFor(accounts, "4")} label="收入预算" name="income" />
        </Card>
        <Card title="支出预算">
          <LineGrid
            columns={columnsFor(accounts, "5")}
            initialRows={
              lines.length === 0
                ? [{}]
                : lines.map(({ accountCode, approvedFen }) => ({
                    ...{ accountCode, amount: formatYuan(approvedFen) },
                  }))
            }
            label="支出预算"
            name="lines"
          />
        </Card>
        <SubmitButton>保存批复预算</SubmitButton>
      </div>
    </Form>
  );
}

function columnsFor(accounts: BudgetFormProps["accounts"], first: string): readonly GridColumn[] {
  const options = accounts
    .filter(({ code }) => code.startsWith(first))
    .map(({ code, fullName, initials, aliases }) => ({
      ...{ value: code, code, label: fullName, initials, words: aliases.join(" ") },
    }));
  return [
    { key: "accountCode", label: "科目", kind: "option", options },
    { key: "amount", label: "金额（元）", kind: "money", total: true },
  ];
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

function rowsOf(data: FormData, name: string): { accountCode: string; amount: string }[] {
  const rows: unknown = JSON.parse(textOf(data, `${name}@json`) || "[]");
  return (Array.isArray(rows) ? rows : []).map((row) => {
    const cells = new Map(Object.entries(Object(row)));
    return {
      accountCode: String(cells.get("accountCode") ?? ""),
      amount: String(cells.get("amount") ?? ""),
    };
  });
}
