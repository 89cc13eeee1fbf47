"use client";

import { useState } from "react";
import { type ArrivedFile, OneFile } from "@/app/(portal)/_components/one-file";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { importBudgetAction } from "../actions";

type BudgetImportProps = { unionId: number; year: number; today: string };

/** The approved budget from a table of two columns. */
export function BudgetImport({ unionId, year, today }: BudgetImportProps) {
  const [file, setFile] = useState<ArrivedFile | null>(null);
  return (
    <Form
      action={importBudgetAction}
      doneHref={`/budget?unionId=${unionId}&year=${year}`}
      label="导入预算表"
      read={(data) => ({
        ...{ unionId, year, ...file },
        ...{ approvedOn: data.get("approvedOn"), approvalNo: data.get("approvalNo") },
      })}
    >
      <div className="space-y-4">
        <OneFile accept=".xlsx" label="拖入预算表，或点击选择（.xlsx）" onFile={setFile} />
        <div className="grid gap-3.5 sm:grid-cols-3">
          <DateInput defaultValue={today} label="批复日期" name="approvedOn" />
          <TextInput label="批复文号" maxLength={60} name="approvalNo" optional />
        </div>
        <SubmitButton disabled={file === null}>导入为批复预算</SubmitButton>
      </div>
    </Form>
  );
}
