"use client";

import "./globals.css";
import { FaultNotice } from "./_components/fault-notice";

/** A fault in the outermost layout, which this page therefore replaces. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>系统出错</title>
        <main className="mx-auto max-w-xl px-4 py-16">
          <FaultNotice error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
