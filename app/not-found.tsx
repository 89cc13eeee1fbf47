import { EmptyState } from "@/components/page/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata = { title: "未找到" };

/** The same answer for what does not exist and for what somebody may not see. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <h1 className="sr-only">未找到</h1>
      <EmptyState action={<LinkButton href="/">回到工作台</LinkButton>} title="未找到该页面，或您没有权限">
        请核对网址；如果是从消息或链接进来的，对应的记录可能已经移交给其他工会。
      </EmptyState>
    </main>
  );
}
