"use client";

import { useState } from "react";
import { type ArrivedFile, OneFile } from "@/app/(portal)/_components/one-file";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { previewImportAction } from "../actions";
import { Pending } from "./pending";

/** The way in for a list: a file, then its rows judged on a page of their own. */
export function ImportUpload({ unionId }: { unionId: number }) {
  const [file, setFile] = useState<ArrivedFile | null>(null);
  return (
    <Form
      action={previewImportAction}
      doneHref="/spending/import/:batchId"
      label="导入支出明细"
      read={() => ({ unionId, ...file })}
    >
      <div className="space-y-4">
        <OneFile accept=".xlsx" label="拖入支出明细表，或点击选择（.xlsx）" onFile={setFile} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton disabled={file === null}>逐行判定</SubmitButton>
          <Pending text="正在按日期顺序逐行判定，几千行约需一分钟；可以离开本页，结果会列在下面的导入记录里" />
        </div>
      </div>
    </Form>
  );
}
