"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

export type KeyGroup = { title: string; keys: readonly { keys: readonly string[]; does: string }[] };

const everywhere: KeyGroup = {
  title: "任何页面",
  keys: [
    { keys: ["/"], does: "搜索人、单位、单据" },
    { keys: ["?"], does: "打开这张快捷键表" },
    { keys: ["Esc"], does: "关闭弹出的窗口或菜单" },
  ],
};

const inForms: KeyGroup = {
  title: "填写时",
  keys: [
    { keys: ["Enter"], does: "明细里到下一格，末行末格时新开一行" },
    { keys: ["↑", "↓"], does: "明细里到上一行、下一行" },
    { keys: [".", "."], does: "明细里照抄上一行同一格" },
    { keys: ["="], does: "金额里写算式，例如=62*126" },
    { keys: ["Ctrl", "S"], does: "存草稿" },
    { keys: ["Ctrl", "Enter"], does: "提交" },
  ],
};

/** The list of keys behind `?`. Pages may add groups of their own. */
export function KeysHelp({ groups = [] }: { groups?: readonly KeyGroup[] | undefined }) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "?" && event.key !== "？") return;
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <button
        aria-haspopup="dialog"
        className="flex items-center gap-1 rounded-chip border border-line px-2 py-0.5 text-xs text-ink-2 hover:border-edge"
        onClick={() => setOpen(true)}
        type="button"
      >
        <span aria-hidden="true">?</span>快捷键
      </button>
      <Dialog onClose={() => setOpen(false)} open={open} title="快捷键">
        {[everywhere, inForms, ...groups].map((group) => (
          <section className="mb-4 last:mb-0" key={group.title}>
            <h3 className="mb-1 text-sm text-ink-2">{group.title}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div className="flex items-baseline gap-3 py-1" key={does}>
                  <dt className="flex w-24 shrink-0 justify-end gap-1">
                    {keys.map((key, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: one key may be pressed twice
                      <Kbd key={index}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Dialog>
    </>
  );
}

/** Whether the key goes into a text that somebody writes. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
