"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** The one-time link, shown this once, to be handed to its owner. */
export function LinkOnce({ path }: { path: string }) {
  const [copied, setCopied] = useState(false);
  const address = typeof window === "undefined" ? path : new URL(path, window.location.origin).href;
  const copy = async () => {
    // The clipboard is missing on plain intranet HTTP; the text can be marked and copied by hand.
    if (navigator.clipboard === undefined) return;
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className="rounded-control border border-line bg-ground p-3" role="status">
      <p className="mb-1 font-semibold">一次性链接（只显示这一次）</p>
      <p className="break-all select-all">{address}</p>
      <div className="mt-2 flex items-center gap-3">
        <Button onClick={copy} size="small">
          复制
        </Button>
        <span className="text-sm text-ink-2">
          {copied ? "已复制" : "请当面或以可靠方式交给本人，由本人设置密码。"}
        </span>
      </div>
    </div>
  );
}

/** The link in a command's answer. */
export function linkIn(value: unknown): string | null {
  const link: unknown = Object(value).link;
  return typeof link === "string" ? link : null;
}
