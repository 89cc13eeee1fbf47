"use client";

import { useId, useState } from "react";
import { controlClasses } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatYuan, parseYuan } from "@/lib/core/money";
import type { PersonChoice } from "@/lib/spending/reports/draft-choices";

type Found = { workerId: string; amount: string };

type PastePeopleProps = {
  open: boolean;
  onClose: () => void;
  members: readonly PersonChoice[];
  onFound: (found: readonly Found[]) => void;
};

/** A list from a sheet or a chat: one name to a line, an amount after it if there is one. */
export function PastePeople({ open, onClose, members, onFound }: PastePeopleProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [report, setReport] = useState<string | null>(null);

  const take = () => {
    const { found, unknown, namesakes } = readNames(text, members);
    onFound(found);
    if (unknown.length + namesakes.length === 0) return onClose();
    // What could not be placed stays in the box, so that it can be put right there.
    setText([...unknown, ...namesakes].join("\n"));
    setReport(
      [
        `已加入${found.length}人。`,
        unknown.length > 0 ? `${unknown.length}个姓名不在册，请核对或先登记。` : "",
        namesakes.length > 0 ? `${namesakes.length}个姓名有重名，请用“选择”逐个勾选。` : "",
      ].join(""),
    );
  };

  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button disabled={text.trim() === ""} look="primary" onClick={take}>
            加入名单
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title="粘贴名单"
    >
      <label className="mb-1 block text-sm text-ink-2" htmlFor={id}>
        每行一个姓名，可从表格复制；姓名后面可以跟金额
      </label>
      <textarea
        className={controlClasses}
        id={id}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={8}
        value={text}
      />
      <p className="mt-1 text-sm text-warn" role="status">
        {report}
      </p>
    </Dialog>
  );
}

function readNames(text: string, members: readonly PersonChoice[]) {
  const found: Found[] = [];
  const unknown: string[] = [];
  const namesakes: string[] = [];
  for (const line of text.split(/[\n、；;]/u).map((part) => part.trim())) {
    if (line === "") continue;
    const [name = "", ...rest] = line.split(/[\t,，\s]+/u);
    const amount = rest.map((cell) => parseYuan(cell)).find((each) => each !== null);
    const same = members.filter((member) => member.name === name);
    const [member] = same;
    if (member === undefined) unknown.push(line);
    else if (same.length > 1) namesakes.push(line);
    else found.push({ workerId: member.id, amount: amount === undefined ? "" : formatYuan(amount) });
  }
  return { found, unknown, namesakes };
}
