"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DateInput } from "@/components/form/date-input";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/page/card";
import { importOpeningAction } from "../actions";

/** Opening balances and figures of the year so far from one workbook. */
export function OpeningImport({ unionId, asOf }: { unionId: number; asOf: string }) {
  const router = useRouter();
  const [file, setFile] = useState<{ fileName: string; file: string } | null>(null);
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
          read={(data) => ({
            unionId,
            asOf: data.get("asOf"),
            fileName: file?.fileName ?? "",
            file: file?.file ?? "",
          })}
        >
          <div className="flex flex-wrap items-end gap-3">
            <div className="w-48">
              <DateInput defaultValue={asOf} label="启用日期" name="asOf" />
            </div>
            <div>
              <label className="mb-1 block text-sm text-ink-2" htmlFor="opening-file">
                Excel 文件（.xlsx）
              </label>
              <input
                accept=".xlsx"
                id="opening-file"
                onChange={(event) => void readFile(event.currentTarget.files?.[0]).then(setFile)}
                type="file"
              />
            </div>
            <SubmitButton disabled={file === null}>导入</SubmitButton>
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

async function readFile(file: File | undefined): Promise<{ fileName: string; file: string } | null> {
  if (file === undefined) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { fileName: file.name, file: btoa(binary) };
}

function answerText(value: unknown): string {
  const answer = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const skipped: unknown = answer.get("skipped");
  const rest = Array.isArray(skipped) && skipped.length > 0 ? `；${skipped.join("；")}` : "";
  return `已导入期初余额 ${String(answer.get("openings"))} 项、本年已发生数 ${String(answer.get("facts"))} 项${rest}`;
}
