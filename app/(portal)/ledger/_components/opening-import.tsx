"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ArrivedFile, OneFile } from "@/app/(portal)/_components/one-file";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/page/card";
import { importOpeningAction } from "../actions";

/** Opening balances and figures of the year so far from one workbook. */
export function OpeningImport({ unionId, asOf }: { unionId: number; asOf: string }) {
  const router = useRouter();
  const [file, setFile] = useState<ArrivedFile | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);
  const accept = (value: unknown) => {
    setAnswer(answerText(value));
    router.refresh();
  };
  return (
    <div className="mb-4">
      <Card title="从模板导入">
        <Form
          action={importOpeningAction}
          label="导入期初余额"
          onAccepted={accept}
          read={(data) => ({ unionId, asOf: data.get("asOf"), ...file })}
        >
          <div className="space-y-3">
            <OneFile accept=".xlsx" label="拖入填好的模板，或点击选择（.xlsx）" onFile={setFile} />
            <div className="flex flex-wrap items-end gap-3">
              <div className="w-48">
                <DateInput defaultValue={asOf} label="启用日期" name="asOf" />
              </div>
              <SubmitButton disabled={file === null}>导入</SubmitButton>
            </div>
          </div>
          {answer !== null && (
            <p className="mt-3 text-ok" role="status">
              ✓ {answer}
            </p>
          )}
        </Form>
      </Card>
    </div>
  );
}

function answerText(value: unknown): string {
  const answer = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const skipped: unknown = answer.get("skipped");
  const rest = Array.isArray(skipped) && skipped.length > 0 ? `；${skipped.join("；")}` : "";
  return `已导入期初余额 ${String(answer.get("openings"))} 项、本年已发生数 ${String(answer.get("facts"))} 项${rest}`;
}
