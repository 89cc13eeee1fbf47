"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/page/card";
import { exportVouchersAction } from "../actions";

type ExportCardProps = {
  unionId: number;
  month: string;
  layouts: readonly { id: string; name: string }[];
  isElsewhere: boolean;
  mayExport: boolean;
};

/** Vouchers of a month as a file for another program; where the books are kept there, they count as handed over. */
export function ExportCard({ unionId, month, layouts, isElsewhere, mayExport }: ExportCardProps) {
  const [file, setFile] = useState({ month, layoutId: layouts[0]?.id ?? "" });
  const href = `/api/downloads/voucher-export?${new URLSearchParams({ ...file, unionId: String(unionId) })}`;
  return (
    <Card title="导出凭证">
      <Form
        action={exportVouchersAction}
        label="导出凭证"
        onAccepted={() => window.location.assign(href)}
        read={() => ({ ...file, unionId })}
      >
        <div className="grid gap-3">
          <TextInput
            label="月份"
            name="month"
            onChange={(event) => setFile({ ...file, month: event.currentTarget.value })}
            value={file.month}
          />
          <Select
            choices={layouts.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={file.layoutId}
            label="格式"
            name="layoutId"
            onChange={(event) => setFile({ ...file, layoutId: event.currentTarget.value })}
          />
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {isElsewhere && mayExport && <SubmitButton>标记已导出并下载</SubmitButton>}
          <a className="text-act hover:underline" download href={href}>
            只下载文件
          </a>
        </div>
      </Form>
    </Card>
  );
}
