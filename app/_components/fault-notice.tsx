"use client";

import { EmptyState } from "@/components/page/empty-state";
import { Button } from "@/components/ui/button";

/** What a person sees of a fault: that it is not their mistake, what to do, and the number that finds the log line. */
export function FaultNotice({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = referenceOf(error);
  return (
    <EmptyState action={<Button onClick={() => retry()}>重试</Button>} title="系统出错，未能打开此页">
      您填写的内容没有被改动。请稍后重试
      {reference === null ? "。" : `；仍然出错时，请把编号 ${reference} 告诉管理员。`}
    </EmptyState>
  );
}

// The digest is a hash the framework also writes to the log; the message itself never leaves the server.
function referenceOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" && /^\d{1,20}$/.test(error.digest) ? error.digest : null;
}
