"use client";

import { useId, useState } from "react";
import { controlClasses } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PersonChoice } from "@/lib/spending/reports/draft-choices";

type PeopleDialogProps = {
  open: boolean;
  onClose: () => void;
  members: readonly PersonChoice[];
  chosen: ReadonlyMap<string, unknown>;
  onChoose: (ids: readonly string[]) => void;
};

/** Members to tick, narrowed by a part of the name. */
export function PeopleDialog({ open, onClose, members, chosen, onChoose }: PeopleDialogProps) {
  const searchId = useId();
  const [search, setSearch] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen.keys()));
  const wanted = search.trim();
  const shown = members.filter((member) => member.name.includes(wanted));

  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setTicked(next);
  };

  return (
    <Dialog
      footer={
        <>
          <span className="mr-auto self-center text-sm text-ink-2">已选{ticked.size}人</span>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" onClick={() => onChoose([...ticked])}>
            确定
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title="选择人员"
    >
      <div className="flex items-center gap-3">
        <label className="sr-only" htmlFor={searchId}>
          按姓名查找
        </label>
        <input
          autoComplete="off"
          className={controlClasses}
          id={searchId}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder="按姓名查找"
          type="search"
          value={search}
        />
        <Button
          onClick={() =>
            tick(
              shown.map((member) => member.id),
              true,
            )
          }
          size="small"
        >
          全选
        </Button>
        <Button
          onClick={() =>
            tick(
              shown.map((member) => member.id),
              false,
            )
          }
          size="small"
        >
          全不选
        </Button>
      </div>
      <ul className="mt-3 grid max-h-80 grid-cols-2 gap-x-4 overflow-auto sm:grid-cols-3">
        {shown.map(({ id, name, note }) => (
          <li key={id}>
            <label className="flex items-baseline gap-2 py-1" htmlFor={`${searchId}-${id}`}>
              <input
                checked={ticked.has(id)}
                className="h-4 w-4 shrink-0 self-center accent-act"
                id={`${searchId}-${id}`}
                onChange={(event) => tick([id], event.currentTarget.checked)}
                type="checkbox"
              />
              <span className="min-w-0">
                {name}
                {note !== "" && <span className="ml-1.5 text-xs text-ink-2">{note}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="mt-3 text-ink-2">没有找到，请换一个字，或先在会员名册登记。</p>}
    </Dialog>
  );
}
