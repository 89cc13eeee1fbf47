"use client";

import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { DialogButton } from "@/components/ui/dialog-button";
import { deleteDraftAction } from "../actions";

/** Throws a draft away after asking once more. */
export function DeleteDraft({ id, version }: { id: string; version: number }) {
  return (
    <DialogButton label="删除草稿" look="danger" title="删除草稿">
      <Form action={deleteDraftAction} doneHref="/spending" label="删除草稿" read={() => ({ id, version })}>
        <p className="mb-4">草稿没有编号，删除后不能恢复；操作日志中仍有记录。</p>
        <SubmitButton look="danger">删除</SubmitButton>
      </Form>
    </DialogButton>
  );
}
