"use client";

import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { commitImportAction } from "../actions";

type CommitImportProps = { batchId: string; ready: number; faulty: number };

/** Puts the good rows into the register; with faulty rows that is a choice of its own. */
export function CommitImport({ batchId, ready, faulty }: CommitImportProps) {
  if (faulty === 0) {
    return (
      <DialogForm
        action={commitImportAction}
        fixed={{ batchId }}
        label={`导入 ${ready} 人`}
        look="primary"
        submitLabel={`确认导入 ${ready} 人`}
        title="导入名册"
      >
        <p>{ready}人将进入名册。</p>
      </DialogForm>
    );
  }
  return (
    <DialogForm
      action={commitImportAction}
      fixed={{ batchId, partial: "true" }}
      label={`只导入通过的 ${ready} 人`}
      submitLabel={`确认导入 ${ready} 人`}
      title="只导入通过的行"
    >
      <p>
        {ready}人将进入名册；另有{faulty}行不导入，可下载带原因的文件改好后再导。
      </p>
    </DialogForm>
  );
}
