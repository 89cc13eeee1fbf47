"use client";

import { useState } from "react";
import { type ArrivedFile, OneFile } from "@/app/(portal)/_components/one-file";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/page/card";
import { previewImportAction } from "../actions";

/** Takes a register file and leads to its verdicts. */
export function ImportUpload({ unionId }: { unionId: number }) {
  const [file, setFile] = useState<ArrivedFile | null>(null);
  return (
    <Card title="选择文件">
      <Form
        action={previewImportAction}
        doneHref="/workers/import/:batchId"
        label="导入会员登记表"
        read={() => (file === null ? { unionId } : { unionId, ...file })}
      >
        <div className="space-y-4">
          <OneFile accept=".xlsx" label="把会员登记表（.xlsx）拖到此处，或点击选择" onFile={setFile} />
          <SubmitButton disabled={file === null}>逐行预检</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
