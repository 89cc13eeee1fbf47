"use client";

import { type ChangeEvent, useState, useTransition } from "react";
import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { Icon } from "@/components/ui/icon";
import type { CaseResult } from "@/lib/policy/cases";
import type { ActionResult } from "@/lib/server/action";
import { evaluateCasesAction } from "../../actions";

type Answer = { fileName: string; result: ActionResult<CaseResult[]> };

const maxBytes = 1_000_000;

/** Takes a case file and shows what the engine makes of each row; nothing is kept. */
export function CaseFile() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, startTransition] = useTransition();

  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    // Choosing the same file again after a correction must count as a new choice.
    event.currentTarget.value = "";
    if (file === undefined) return;
    if (file.size > maxBytes) return setAnswer({ fileName: file.name, result: tooLarge });
    const form = new FormData();
    form.set("file", file);
    startTransition(async () => setAnswer({ fileName: file.name, result: await send(form) }));
  };

  return (
    <Card title="核对文件">
      <div className="relative flex items-center justify-center gap-2 rounded-control border border-dashed border-edge px-4 py-6 text-ink-2 focus-within:border-act hover:border-act print:hidden">
        <Icon name="upload" />
        {pending ? "正在核对" : "拖到此处，或点击选择 .xlsx、.csv 文件（1MB以内）"}
        <input
          accept=".xlsx,.csv"
          aria-label="案例文件"
          className="absolute inset-0 h-full w-full cursor-pointer text-[0px] opacity-0"
          disabled={pending}
          onChange={choose}
          type="file"
        />
      </div>
      <div aria-live="polite" className="mt-3">
        {answer !== null && <CaseAnswer answer={answer} />}
      </div>
    </Card>
  );
}

const tooLarge: ActionResult<never> = {
  ...{ ok: false, code: "INVALID", message: "文件超过1MB，请分成几个文件", fields: [] },
};

async function send(form: FormData): Promise<Answer["result"]> {
  try {
    return await evaluateCasesAction(form);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, code: "INVALID", message: "没有连上服务器，请重试", fields: [] };
  }
}

function CaseAnswer({ answer: { fileName, result } }: { answer: Answer }) {
  if (!result.ok) return <p className="text-bad">✗ {`${fileName}：${result.message}`}</p>;
  const failed = result.value.filter(({ differences }) => differences.length > 0);
  return (
    <>
      <p className="mb-2 font-semibold">
        {fileName}：{result.value.length}例，一致{result.value.length - failed.length}例，不同{failed.length}
        例
      </p>
      <PlainTable
        caption="核对结果"
        columns={[
          { key: "line", label: "行", align: "end" },
          { key: "name", label: "案例" },
          { key: "result", label: "结果" },
          { key: "differences", label: "不同之处" },
        ]}
        rows={[...failed, ...result.value.filter(({ differences }) => differences.length === 0)].map(
          (each) => ({
            key: String(each.line),
            cells: [
              each.line,
              each.name || "—",
              <StatusBadge
                key="result"
                label={each.differences.length === 0 ? "一致" : "不同"}
                tone={each.differences.length === 0 ? "ok" : "warn"}
              />,
              each.differences.join("；") || "—",
            ],
          }),
        )}
        titleKey="name"
      />
    </>
  );
}
