import { AbsentNotice } from "./_components/absent-notice";

export const metadata = { title: "未找到" };

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <AbsentNotice />
    </main>
  );
}
