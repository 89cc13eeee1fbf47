"use client";

import { useEffect, useState } from "react";
import { DialogForm } from "@/app/(portal)/_components/dialog-form";
import { Select } from "@/components/form/select";
import { unmaskReasons } from "@/lib/workers/labels";
import { unmaskWorkerAction } from "../actions";

type RevealButtonProps = { workerId: string; field: string; label: string };

const shownMs = 30_000;

/** Shows one number in full for half a minute, after a reason was chosen and logged. */
export function RevealButton({ workerId, field, label }: RevealButtonProps) {
  const [value, setValue] = useState<string | null>(null);

  useEffect(() => {
    if (value === null) return;
    const hide = setTimeout(() => setValue(null), shownMs);
    return () => clearTimeout(hide);
  }, [value]);

  if (value !== null) return <span className="font-semibold">{value}</span>;
  return (
    <DialogForm
      action={unmaskWorkerAction}
      fixed={{ workerId, field }}
      label="查看"
      onAccepted={(answer) => setValue(String(Object(answer).value))}
      size="small"
      submitLabel="查看"
      title={`查看完整${label}`}
    >
      <p>谁、何时、为何查看都会记入操作日志；号码显示半分钟。</p>
      <Select
        choices={unmaskReasons.map((reason) => ({ value: reason, label: reason }))}
        emptyLabel="请选择"
        label="查看原因"
        name="reason"
      />
    </DialogForm>
  );
}
