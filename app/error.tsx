"use client";

import { FaultNotice } from "./_components/fault-notice";

/** A fault outside the signed-in pages. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <FaultNotice error={error} retry={retry} />
    </main>
  );
}
